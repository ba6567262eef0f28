package scene

import "strings"

// drawings are the elements of an <svg>, allowed nowhere else; none of them
// loads or runs anything.
var drawings = map[string]bool{
	"svg": true, "g": true, "path": true, "rect": true, "line": true, "circle": true, "text": true, "tspan": true, "title": true, "desc": true,
}

// geometry are the attributes of a drawing with the letters their values may
// hold besides digits; colours come from style sheets.
var geometry = map[string]string{
	"cx": ".-", "cy": ".-", "r": ".", "rx": ".", "x": ".-", "dx": ".-", "y": ".-", "x1": ".-", "y1": ".-", "x2": ".-", "y2": ".-",
	"width": ".", "height": ".", "viewBox": ".- ", "d": ".- MLHVAZ", "text-anchor": "adeilmnrst",
}

// drawable reports whether an attribute of a drawing may have a value.
func drawable(name, value string) bool {
	letters, ok := geometry[name]
	return ok && strings.Trim(value, "0123456789"+letters) == "" && value != ""
}
