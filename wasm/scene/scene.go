// Package scene holds prepared pieces of a view: trees of elements that a
// page builds node by node and that the site builder writes out as text. The
// same tree serves the first paint and the running page, so they cannot differ.
//
// A scene has no language of its own: Key names an interface word, which a
// page or Write looks up in its table.
//
//	view := scene.El("ol", "timeline", items...)
//	scene.Write(w, view, words)
package scene

// Node is one element, or text when Tag is empty.
type Node struct {
	Tag      string            `json:"tag,omitempty"`
	Attr     map[string]string `json:"attr,omitempty"`
	Text     string            `json:"text,omitempty"` // shown as it is
	Key      string            `json:"key,omitempty"`  // interface word, looked up by whoever shows the scene
	Args     map[string]string `json:"args,omitempty"` // for {placeholders} in the word
	Children []Node            `json:"children,omitempty"`
}

// El is an element with a class (or none) and children.
func El(tag, class string, children ...Node) Node {
	n := Node{Tag: tag, Children: children}
	if class != "" {
		n.Attr = map[string]string{"class": class}
	}
	return n
}

// Text is plain text.
func Text(s string) Node { return Node{Text: s} }

// Word is an interface word; args are pairs of placeholder and value.
func Word(key string, args ...string) Node {
	n := Node{Key: key}
	for i := 0; i+1 < len(args); i += 2 {
		if n.Args == nil {
			n.Args = map[string]string{}
		}
		n.Args[args[i]] = args[i+1]
	}
	return n
}

// Link is an anchor. Only addresses inside the page ("#…") and absolute http
// or https addresses are drawn by Write and by the page.
func Link(address string, children ...Node) Node {
	return Node{Tag: "a", Attr: map[string]string{"href": address}, Children: children}
}

// With sets an attribute and returns the node.
func (n Node) With(name, value string) Node {
	attr := make(map[string]string, len(n.Attr)+1)
	for k, v := range n.Attr {
		attr[k] = v
	}
	attr[name] = value
	n.Attr = attr
	return n
}
