package quantity

// token is a word, a number or what rules made of several.
type token struct {
	class      class
	start, end int     // runes of the line
	words      []*word // all that are written so, see says
	num        *numeral
	q          *reading
}

// says returns the word that gives the token its class c; of a token that is
// none it returns a word that says nothing.
func (t *token) says(c class) *word {
	if t != nil {
		for _, w := range t.words {
			if w.class.has(c) {
				return w
			}
		}
	}
	return &silent
}

var silent word

// reading is a quantity in the making. Its places are still runes of the line.
type reading struct {
	Quantity
	start, end         int // of the whole, with qualifiers
	coreStart, coreEnd int
	parts              []*numeral
	unit               *Unit
	fen                *reading // 20分 as money
	indefiniteArticle  bool     // 一 with a word that counts
	at                 *Time
	length             length // of durations
}

var (
	isNum      = classes("num")
	isWhen     = classes("when")
	isQuantity = classes("quantity")
)

// keys are the classes without which no rule applies to a run of tokens.
var keys = classes("num,relyear,relmonth,relweek,relday,relquarter,relcentury,weekday,weekend,share,overshare,half,halfyear,whole,twice,eraone,double,when,yearpart,monthpart,plan,relyears,lunarmonth")

// unitWords are looked for first behind a number, a unit, 个, 半 or 多.
var (
	unitWords = classes("unit,percent,fen,cheng,zhe,times,fan,oclock,anniversary,age,decade,month,dozen,round,qian")
	// unitsBehindGe may follow 个: 三个月, 三个平方. Behind money its currency may
	// be named: 亿元人民币.
	unitsBehindGe = classes("weekday,money,measure,span,month,week,quarter,century,day,age,anniversary")
	behindGe      = classes("month,week,quarter,weekday")
	numberLike    = classes("num,half,more,and")
	isUnit        = classes("unit")
	isAnd         = classes("and")
	isOclock      = classes("oclock")
	numberOrUnit  = classes("num,unit,when,percent")
	isCount       = classes("count")
	isGe          = classes("ge")
	isMoneyUnit   = classes("money,measure,fen,cheng,zhe,decade")
	isMoney       = classes("money")
	isPercentOf   = classes("percentof,whole")
	anyClass      = class{^uint64(0), ^uint64(0)}
	isCover       = classes("cover")
	isAside       = classes("aside")
	isMoreWord    = classes("more,moreorless")
	isMeasure     = classes("measure")
	isLunarDay    = classes("lunarday")
	isLunar       = classes("lunar")
	isMonth       = classes("month")
	monthWords    = classes("month,lunar,lunarmonth")
	isUp          = classes("up,before")
)
