package slim

import (
	"strings"
	"testing"
)

func TestWhatIsTakenOutAndWhatStays(t *testing.T) {
	for _, c := range []struct{ what, name, source, want string }{
		{"comments and white space go", "a.js", "// why\nconst  a = 1; /* how */\nexport { a };\n", "const a=1;export{a};\n"},
		{"names stay", "a.js", "export function readable(first) {\n  return first + 1;\n}\n", "export function readable(first){return first+1}\n"},
		{"imports stay as they are", "a.js", "import { t } from \"./words.js\";\nt();\n", "import{t}from\"./words.js\";t();\n"},
		{"private fields stay", "a.js", "class A {\n  #x = 1;\n  get x() { return this.#x; }\n}\nnew A();\n", "class A{#x=1;get x(){return this.#x}}new A;\n"},
		{"Chinese stays as it is", "a.js", "export const 名 = \"峰会\";\n", "export const 名=\"峰会\";\n"},
		{"styles", "a.css", "/* calm */\n.a {\n  color: red;\n}\n", ".a{color:red}\n"},
		{"other files are left alone", "a.json", "{ \"a\": 1 }\n", "{ \"a\": 1 }\n"},
	} {
		t.Run(c.what, func(t *testing.T) {
			got, err := File(c.name, []byte(c.source))
			if err != nil || string(got) != c.want {
				t.Errorf("%q, %v; want %q", got, err, c.want)
			}
		})
	}
}

func TestABrokenScriptIsNamedWithItsLine(t *testing.T) {
	_, err := File("broken.js", []byte("const a = 1;\nconst = 2;\n"))
	if err == nil || !strings.HasPrefix(err.Error(), "slim: broken.js:2: ") {
		t.Errorf("%v", err)
	}
}
