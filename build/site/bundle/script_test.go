package bundle

import (
	"strings"
	"testing"
)

func TestWhatIsTakenOutAndWhatStays(t *testing.T) {
	for _, c := range []struct{ what, source, want string }{
		{"comments and white space go", "// why\nconst  a = 1; /* how */\nexport { a };\n", "const a=1;export{a};\n"},
		{"names stay", "export function readable(first) {\n  return first + 1;\n}\n", "export function readable(first){return first+1}\n"},
		{"imports stay as they are", "import { t } from \"./words.js\";\nt();\n", "import{t}from\"./words.js\";t();\n"},
		{"private fields stay", "class A {\n  #x = 1;\n  get x() { return this.#x; }\n}\nnew A();\n", "class A{#x=1;get x(){return this.#x}}new A;\n"},
		{"Chinese stays as it is", "export const 名 = \"峰会\";\n", "export const 名=\"峰会\";\n"},
	} {
		t.Run(c.what, func(t *testing.T) {
			got, err := Script("a.js", []byte(c.source))
			if err != nil || string(got) != c.want {
				t.Errorf("%q, %v; want %q", got, err, c.want)
			}
		})
	}
}

func TestABrokenScriptIsNamedWithItsLine(t *testing.T) {
	_, err := Script("broken.js", []byte("const a = 1;\nconst = 2;\n"))
	if err == nil || !strings.HasPrefix(err.Error(), "bundle: broken.js:2: ") {
		t.Errorf("%v", err)
	}
}
