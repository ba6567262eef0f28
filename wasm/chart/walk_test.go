package chart

import (
	"encoding/xml"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fenghui/wasm/compare"
	"fenghui/wasm/scene"
)

var numbers = regexp.MustCompile(`[0-9.eEnNaAiIfF+-]+`)

// walk goes through all elements of a drawing.
func walk(n scene.Node, visit func(scene.Node)) {
	visit(n)
	for _, c := range n.Children {
		walk(c, visit)
	}
}

// checkPicture asks of a picture what every picture must be: numbers that are
// finite and short, words that are apart and inside, text that is XML.
func checkPicture(t *testing.T, p picture) {
	t.Helper()
	var b strings.Builder
	if err := scene.Write(&b, p.figure, nil); err != nil {
		t.Fatalf("%s: %v", p.name, err)
	}
	drawing, ok := find(p.figure, "svg")
	if !ok {
		return
	}
	width, height := number(drawing.Attr["width"]), number(drawing.Attr["height"])
	var words []written
	walk(drawing, func(n scene.Node) {
		for name, v := range n.Attr {
			if geometric[name] {
				checkNumbers(t, p.name, v)
			}
		}
		if n.Tag == "text" {
			words = append(words, boxOf(n))
		}
	})
	for k, w := range words {
		if w.x0 < -1 || w.x1 > width+1 || w.y0 < -1 || w.y1 > height+1 {
			t.Errorf("%s: %q is not inside: %v of %v × %v", p.name, w.s, w.box, width, height)
		}
		for _, o := range words[:k] {
			if w.meets(o.box) {
				t.Errorf("%s: %q %v and %q %v collide", p.name, w.s, w.box, o.s, o.box)
			}
		}
	}
	if err := xml.Unmarshal([]byte(SVG(p.figure, p.o)), new(struct{})); err != nil {
		t.Errorf("%s: %v", p.name, err)
	}
}

var geometric = map[string]bool{"x": true, "y": true, "x1": true, "x2": true, "y1": true, "y2": true, "cx": true, "cy": true, "r": true, "d": true, "width": true, "height": true, "viewBox": true}

func checkNumbers(t *testing.T, name, attr string) {
	t.Helper()
	for _, s := range numbers.FindAllString(attr, -1) {
		v, err := strconv.ParseFloat(s, 64)
		_, decimals, _ := strings.Cut(s, ".")
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) || s == "-0" || len(decimals) > 2 || math.Abs(v) > 9000 {
			t.Fatalf("%s: %q in %.80q", name, s, attr)
		}
	}
}

// written is a line of text with the room it takes.
type written struct {
	box
	s string
}

func boxOf(n scene.Node) written {
	size, wide := textSize, 1.0
	switch class := n.Attr["class"]; {
	case strings.HasPrefix(class, "small"):
		size = smallSize
	case class == "strong":
		wide = bold
	}
	x, y, w := number(n.Attr["x"]), number(n.Attr["y"]), widthOf(n.Text, size)*wide
	for _, behind := range n.Children {
		w += number(behind.Attr["dx"]) + widthOf(behind.Text, smallSize)
	}
	switch n.Attr["text-anchor"] {
	case "middle":
		x -= w / 2
	case "end":
		x -= w
	}
	return written{box{x, y - 11, x + w, y + 3}, n.Text}
}

func TestEveryPictureIsSound(t *testing.T) {
	for _, p := range append(ofCases(), ofRecords(t)...) {
		checkPicture(t, p)
	}
}

func TestPicturesOfTheArticlesAreSound(t *testing.T) {
	list := ofArticles(t)
	for _, p := range list {
		if checkPicture(t, p); !Drawn(p.figure) {
			t.Errorf("%s is not drawn", p.name)
		}
	}
	if len(list) < 12*4 {
		t.Errorf("%d pictures", len(list))
	}
}

// TestNothingToDraw: a figure without a drawing says so, and no picture is made.
func TestNothingToDraw(t *testing.T) {
	for _, c := range cases() {
		if c.name != "no-value" && c.name != "no-members" {
			continue
		}
		f := c.draw(Options{Language: "zh"})
		if Drawn(f) || SVG(f, Options{}) != "" || !strings.Contains(content(f), "没有可以画出的数值") {
			t.Errorf("%s: %v", c.name, content(f))
		}
	}
}

// TestWordsForWhoCannotSee: the drawing says its title, and every value with
// its label.
func TestWordsForWhoCannotSee(t *testing.T) {
	for _, p := range ofCases() {
		drawing, ok := find(p.figure, "svg")
		if !ok {
			continue
		}
		caption, _ := find(p.figure, "figcaption")
		title, _ := find(drawing, "title")
		desc, _ := find(drawing, "desc")
		if drawing.Attr["role"] != "img" || title.Text == "" || title.Text != content(caption) {
			t.Errorf("%s: title %q", p.name, title.Text)
		}
		if n := strings.Count(desc.Text, p.o.say("semicolon")); n+1 < 24 && strings.HasPrefix(p.name, "sixty") {
			t.Errorf("%s: %d values told", p.name, n+1)
		}
	}
}

func TestPagesOfMany(t *testing.T) {
	b := compare.Board{Members: many(60), Unit: "t", MeasureName: words2("运量", "Volume")}
	scales := map[string]bool{}
	for from, want := range map[int]string{0: "第1—24项，共60项", 24: "第25—48项，共60项", 48: "第49—60项，共60项", 99: "第60—60项，共60项", -5: "第1—24项"} {
		f := Board(b, Options{Language: "zh", From: from})
		if !strings.Contains(content(f), want) {
			t.Errorf("from %d: no %s", from, want)
		}
		var ticks []string
		walk(f, func(n scene.Node) {
			if n.Attr["class"] == "small tick" {
				ticks = append(ticks, n.Text)
			}
		})
		scales[strings.Join(ticks, " ")] = true
	}
	if len(scales) != 1 {
		t.Errorf("pages have scales of their own: %v", scales)
	}
}

// TestColoursOfTheHouse: a saved picture has the colours of web/style/house.css.
func TestColoursOfTheHouse(t *testing.T) {
	house, err := os.ReadFile("../../web/style/house.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, _ := strings.Cut(string(house), "@media (prefers-color-scheme: dark)")
	for name, c := range colours[false] {
		if !strings.Contains(light, "--"+name+": "+c+";") || !strings.Contains(dark, "--"+name+": "+colours[true][name]+";") {
			t.Errorf("web/style/house.css has another %s", name)
		}
	}
	if !strings.Contains(light, "--sans: "+sans+";") {
		t.Error("web/style/house.css has other fonts")
	}
}

func TestContrast(t *testing.T) {
	for dark, c := range colours {
		for _, text := range []string{"ink", "soft"} {
			if r := contrast(c[text], c["paper"]); r < 4.5 {
				t.Errorf("%s, dark %v: %.2f", text, dark, r)
			}
		}
		if r := contrast(c["ink"], c["tint"]); r < 4.5 {
			t.Errorf("text on what is common, dark %v: %.2f", dark, r)
		}
		for _, mark := range []string{"edge", "accent"} {
			if r := contrast(c[mark], c["paper"]); r < 3 {
				t.Errorf("%s, dark %v: %.2f", mark, dark, r)
			}
			if r := contrast(c[mark], c["tint"]); r < 3 {
				t.Errorf("%s on what is common, dark %v: %.2f", mark, dark, r)
			}
		}
	}
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(hex string) float64 {
	sum := 0.0
	for k, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[1+2*k:3+2*k], 16, 8)
		v := float64(n) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}
