package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ReadArticle reads a news agency's text as it came: metadata lines and a
// title line if there are any, then a paragraph a line, with headings and
// credits between them. What the text does not state stays unknown; see
// Origin. The error is a *RefusedError.
//
// The title line is also the first passage, a Heading, so that the passages
// hold every line of the file but the metadata lines.
func ReadArticle(name, text string) (*Document, error) {
	return readArticle(Names(), name, text)
}

func readArticle(names *Glossary, name, text string) (*Document, error) {
	if err := CheckText(name, text); err != nil {
		return nil, err
	}
	lines := splitLines(text)
	a := &article{names: names, lines: lines, doc: &Document{
		ID: contentID(lines), Kind: Article, Name: name, TitleFrom: Unknown,
		Summit: Summit{EventFrom: Unknown, DateFrom: Unknown},
	}}
	a.readFront()
	a.readMetadata()
	a.readTitle()
	a.readByline()
	a.readBody()
	if len(a.doc.Passages) == 0 {
		return nil, &RefusedError{name, Empty, "nothing but metadata"}
	}
	a.guess()
	return a.doc, nil
}

// article is an article being read.
type article struct {
	names *Glossary
	lines []line // not read yet
	doc   *Document
	held  *Term // city the byline names
	dated bool  // a line says when the meeting is held

	subtitles []string
	signed    []officeHolder // whose speech it is, by a line under the title
}

func (a *article) add(kind PassageKind, l line, section string) {
	a.doc.Passages = append(a.doc.Passages, Passage{Kind: kind, Text: l.text, Start: l.start, Section: section})
}

// readTitle takes the title line, if the text begins with one.
func (a *article) readTitle() {
	for len(a.lines) > 1 {
		person, signed := a.speakerLine(a.lines[0].text)
		if signed && person.office != "" {
			a.sign(person)
		} else if !isCredit(a.lines[0].text) && !isNavigation(a.lines[0].text) {
			break
		}
		a.add(Credit, a.lines[0], "")
		a.lines = a.lines[1:]
	}
	if len(a.lines) == 0 {
		return
	}
	first, marked := markedHeading(a.lines[0])
	if !marked {
		first = a.lines[0]
	}
	given := a.doc.Title != ""
	switch {
	case given && foldName(first.text) == foldName(a.doc.Title):
	case !given && (marked || isTitle(a.lines)):
		a.doc.Title, a.doc.TitleFrom = first.text, Stated
	default:
		return
	}
	a.add(Heading, first, "")
	a.lines = a.lines[1:]
}

// readBody makes passages of the lines that are left.
func (a *article) readBody() {
	section := ""
	for i, kind := range lineKinds(a.lines) {
		l := a.lines[i]
		switch kind {
		case Heading:
			if marked, ok := markedHeading(l); ok {
				l = marked
			}
			section = l.text
			a.add(Heading, l, "")
		case Credit:
			a.add(Credit, l, section)
		case Text:
			cut := trailingCredit(l.text)
			a.add(Text, l.before(cut), section)
			if cut < len(l.text) {
				a.add(Credit, l.after(cut), section)
			}
		}
	}
}

// guess reads out of the running text what no line of its own states.
func (a *article) guess() {
	scans := a.scan()
	a.readDateline(scans)
	a.dateInTitle()
	e := findEvent(scans, a.doc.Summit.Date)
	e.describe(&a.doc.Summit)
	h := findHost(scans)
	findPlace(scans, e, h, a.held, &a.doc.Summit)
	a.setPeople(scans, h)
	if a.doc.Title == "" {
		a.doc.Title, a.doc.TitleFrom = a.titleFromText(), FromText
	}
	for _, shown := range []*string{&a.doc.Title, &a.doc.Summit.Event, &a.doc.Summit.Organisation, &a.doc.Speaker} {
		*shown = seen(*shown)
	}
}

// seen is what a reader sees of a name: it has no invisible characters, and
// none that reverse the direction of what follows.
func seen(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

// titleFromText is the first clause of the text, after the salutation of a
// speech.
func (a *article) titleFromText() string {
	for _, kind := range []PassageKind{Text, Heading, Credit} {
		for _, p := range a.doc.Passages {
			if p.Kind != kind || kind == Text && isSalutation(p.Text) {
				continue
			}
			if title := firstClause(p.Text, a.names); title != "" {
				return title
			}
		}
	}
	text := a.doc.Passages[0].Text
	return text[:byteOffset(text, titleRunes)]
}

const (
	titleRunes  = 40 // longest title made of running text
	clauseRunes = 8  // a clause shorter than this says too little
)

// firstClause is the beginning of a text up to a comma or full stop, in at
// most titleRunes characters; "…" shows a cut within the clause.
func firstClause(text string, names *Glossary) string {
	if _, n, ok := dateline(text); ok {
		text = text[n:]
	}
	text = strings.TrimLeft(text, " 　\t-—–―•·*>")
	if !balanced(text[:byteOffset(text, titleRunes)]) {
		text = strings.TrimLeft(text, "“‘「『\"")
	}
	head := text[:byteOffset(text, titleRunes+1)]
	runes := 0
	for i, r := range head {
		if _, n, dated := leadingDate(head); dated && n == i {
			continue // on which day is no title
		}
		invited := strings.HasPrefix(head, "应") && strings.HasSuffix(head[:i], "邀请")
		if strings.ContainsRune("。！？；!?;\n", r) && runes > 0 || strings.ContainsRune("，,：:", r) && runes >= clauseRunes && !invited {
			return strings.TrimFunc(head[:i], isBlank)
		}
		runes++
	}
	if runes <= titleRunes {
		return strings.TrimRight(head, " .。")
	}
	return cutClause(text, names)
}

// cutClause shortens a long clause before a conjunction if that leaves
// enough, else at a character that is not within a name or a Latin word.
func cutClause(text string, names *Glossary) string {
	head := text[:byteOffset(text, titleRunes-1)]
	cut := 0
	for _, word := range []string{"以及", "并", "和", "及", "与", " ", "、"} {
		i := strings.LastIndex(head, word)
		if i > 0 && word == "及" && lastRune(head[:i]) == '以' {
			continue
		}
		if utf8.RuneCountInString(head[:max(i, 0)]) >= titleRunes/2 {
			cut = max(cut, i)
		}
	}
	if cut == 0 {
		cut = len(head)
		for _, m := range names.Find(text[:byteOffset(text, 2*titleRunes)]) {
			if m.Start < cut && cut < m.End && m.Start > len(head)/2 {
				cut = m.Start
			}
		}
	}
	return strings.TrimFunc(head[:cut], isBlank) + "…"
}
