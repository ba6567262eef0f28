package scene

import (
	"fmt"
	"io"
	"sort"
	"strings"
)

// tags are the elements a scene may hold. The list is short on purpose: no
// element that loads, runs or submits anything.
var tags = map[string]bool{
	"a": true, "article": true, "div": true, "dd": true, "details": true, "dl": true, "dt": true, "em": true, "figcaption": true, "figure": true,
	"h1": true, "h2": true, "h3": true, "li": true, "mark": true, "ol": true, "p": true, "section": true, "span": true, "strong": true, "summary": true,
	"table": true, "tbody": true, "td": true, "th": true, "thead": true, "time": true, "tr": true, "ul": true,
}

// attributes a scene may set.
var attributes = map[string]bool{
	"class": true, "datetime": true, "href": true, "id": true, "lang": true, "scope": true, "title": true,
	"aria-label": true, "aria-labelledby": true, "role": true,
}

// Write writes the scene as HTML text, with words for its keys. A tag or
// attribute outside the lists, or a key without a word, is an error: the page
// would refuse it too.
func Write(w io.Writer, n Node, words map[string]string) error {
	var b strings.Builder
	if err := write(&b, n, words, false); err != nil {
		return fmt.Errorf("scene: %w", err)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// write writes a node; inside a drawing only its own elements are allowed.
func write(b *strings.Builder, n Node, words map[string]string, drawing bool) error {
	if n.Tag == "" {
		return writeContent(b, n, words, drawing)
	}
	drawing = drawing || n.Tag == "svg"
	if drawing && !drawings[n.Tag] || !drawing && !tags[n.Tag] {
		return fmt.Errorf("tag <%s> is not allowed", n.Tag)
	}
	b.WriteString("<" + n.Tag)
	if err := writeAttributes(b, n.Attr, drawing); err != nil {
		return err
	}
	b.WriteString(">")
	if err := writeContent(b, n, words, drawing); err != nil {
		return err
	}
	b.WriteString("</" + n.Tag + ">")
	return nil
}

func writeContent(b *strings.Builder, n Node, words map[string]string, drawing bool) error {
	b.WriteString(escape.Replace(n.Text))
	if n.Key != "" {
		word, ok := words[n.Key]
		if !ok {
			return fmt.Errorf("no word for %q", n.Key)
		}
		b.WriteString(escape.Replace(fill(word, n.Args)))
	}
	for _, c := range n.Children {
		if err := write(b, c, words, drawing); err != nil {
			return err
		}
	}
	return nil
}

func writeAttributes(b *strings.Builder, attr map[string]string, drawing bool) error {
	names := make([]string, 0, len(attr))
	for name := range attr {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		if !attributes[name] && !(drawing && drawable(name, attr[name])) {
			return fmt.Errorf("attribute %s=%q is not allowed", name, attr[name])
		}
		if name == "href" && !safeAddress(attr[name]) {
			return fmt.Errorf("address %q is not allowed", attr[name])
		}
		b.WriteString(" " + name + `="` + escape.Replace(attr[name]) + `"`)
	}
	return nil
}

// safeAddress reports whether a link may lead there: a place in the page, or an
// absolute http(s) address.
func safeAddress(address string) bool {
	return strings.HasPrefix(address, "#") || strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// fill puts args in the place of {name}.
func fill(word string, args map[string]string) string {
	for name, value := range args {
		word = strings.ReplaceAll(word, "{"+name+"}", value)
	}
	return word
}
