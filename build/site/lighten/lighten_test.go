package lighten

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// compiled is a small program of js/wasm, as the compiler leaves it.
var compiled = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "lighten-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	source, file := filepath.Join(dir, "main.go"), filepath.Join(dir, "main.wasm")
	err = os.WriteFile(source, []byte("package main\n\nimport \"time\"\n\nfunc main() { defer println(len(work()), told.String()); panic(\"over\") }\n\n"+
		"var told interface{ String() string } = new(time.Duration) // by a wrapper, which has a name of its own\n\n"+
		"func work() map[string]int { return map[string]int{\"a\": 1} }\n"), 0o644)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command("go", "build", "-o", file, source)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, errors.New(string(out))
	}
	return os.ReadFile(file)
})

func program(t testing.TB) []byte {
	t.Helper()
	wasm, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	return slices.Clone(wasm)
}

func lighten(t *testing.T, wasm []byte) []byte {
	t.Helper()
	light, err := Program(wasm, "main")
	if err != nil {
		t.Fatal(err)
	}
	return light
}

// kept is all the runtime reads of a function to unwind its stack, with the
// tables themselves in place of where they are.
type kept struct {
	entry, arguments, deferred int
	flags                      string
	tables                     string
	data                       []int
}

func (t *tables) kept(f int) kept {
	k := kept{
		entry: t.number(f), arguments: t.number(f + 8), deferred: t.number(f + 12),
		flags: string(t.memory[f+40 : f+functionSize]),
	}
	tables := t.number(f + tablesField)
	for n, place := range t.places(f) {
		if at := t.number(place); at != 0 && n-1 != unsafePoints && n-1 != livenessOfArgs {
			k.tables += string(t.table(at)) + "|"
		}
	}
	for n := range int(t.memory[f+dataField]) {
		if n != placesOfArguments && n != liveArguments {
			k.data = append(k.data, t.number(f+functionSize+4*(tables+n)))
		}
	}
	return k
}

func TestWhatTheRuntimeNeedsStays(t *testing.T) {
	wasm := program(t)
	before, after := find(parse(wasm).memory), find(parse(lighten(t, wasm)).memory)
	if before.count != after.count || before.count < 500 {
		t.Fatalf("%d functions, then %d", before.count, after.count)
	}
	for n := range before.count {
		was, is := before.kept(before.function(n)), after.kept(after.function(n))
		if was.entry != is.entry || was.arguments != is.arguments || was.deferred != is.deferred ||
			was.flags != is.flags || was.tables != is.tables || !slices.Equal(was.data, is.data) {
			t.Fatalf("function %d was\n%+v and is\n%+v", n, was, is)
		}
	}
}

func TestLinesAndFilesGo(t *testing.T) {
	wasm := program(t)
	light := lighten(t, wasm)
	after := find(parse(light).memory)
	for n := range after.count {
		f := after.function(n)
		for _, field := range []int{fileField, lineField, unitField, startLineField} {
			if after.number(f+field) != 0 {
				t.Fatalf("function %d has lines: field %d", n, field)
			}
		}
	}
	if !bytes.Contains(wasm, []byte("symtab.go")) || bytes.Contains(light, []byte("symtab.go")) {
		t.Error("names of files are left")
	}
	if again := lighten(t, light); !bytes.Equal(again, light) {
		t.Error("twice gives something else than once")
	}
}

// The names of ours and of the runtime stay where they are, others share the
// path of their package, and no name that a special function has is touched.
func TestFunctionsOfOthersShareTheNameOfTheirPackage(t *testing.T) {
	wasm := program(t)
	before, after := find(parse(wasm).memory), find(parse(lighten(t, wasm)).memory)
	places := map[string]int{}
	for n := range before.count {
		f := before.function(n)
		was, at := before.name(before.number(f+nameField)), after.number(after.function(n)+nameField)
		is := after.name(at)
		path, _, _ := strings.Cut(was, ".")
		switch {
		case is == was:
			if path == "unicode/utf8" && before.memory[f+kindField] == 0 {
				t.Errorf("%s has its name", was)
			}
		case path == "runtime" || path == "main" || path == "reflect" || strings.HasPrefix(path, "internal/"):
			t.Errorf("%s is called %q", was, is)
		case !strings.HasPrefix(was, is) || !strings.HasSuffix(is, ".") || before.memory[f+kindField] != 0:
			t.Errorf("%s (kind %d) is called %q", was, before.memory[f+kindField], is)
		case places[is] != 0 && places[is] != at:
			t.Errorf("%q is written twice", is)
		default:
			places[is] = at
		}
	}
	if len(places) == 0 {
		t.Error("no names went")
	}
}

func TestThePackageOfAFunction(t *testing.T) {
	for name, want := range map[string]string{
		"strings.Cut": "strings",
		"github.com/RoaringBitmap/roaring/v2.(*Bitmap).And": "github.com/RoaringBitmap/roaring/v2",
		"fenghui/wasm/text.init.func1":                      "fenghui/wasm/text",
		"slices.SortFunc[...]":                              "slices",
		"gopkg.in/yaml%2ev2.Marshal":                        "gopkg.in/yaml%2ev2",
		"memeqbody":                                         "",
		"strings.":                                          "strings",
		"":                                                  "",
	} {
		if got := packageOf(name); got != want {
			t.Errorf("%q is of %q, want %q", name, got, want)
		}
	}
}

// Outside of the tables no byte of the memory changes, and none of the code.
func TestAllElseStays(t *testing.T) {
	wasm := program(t)
	m, light := parse(wasm), parse(lighten(t, wasm))
	if !bytes.Equal(m.before, light.before) || !bytes.Equal(m.after, light.after) {
		t.Error("other sections changed")
	}
	tables := find(m.memory)
	end := tables.function(tables.count-1) + functionSize + 4*3*mostTables
	buckets := tables.buckets + (tables.lastPC-tables.firstPC)/bucketPCs*bucketSize + bucketSize
	memory := append(light.memory, make([]byte, len(m.memory)-len(light.memory))...)
	for at, b := range m.memory {
		inside := at >= tables.names && at < end || at >= tables.buckets && at < buckets
		if now := memory[at]; b != now && !inside {
			t.Fatalf("byte %d of the memory was %d and is %d", at, b, now)
		}
	}
}

// The runtime looks for a function from where the index of code points, on.
func TestEveryAddressOfCodeFindsItsFunction(t *testing.T) {
	after := find(parse(lighten(t, program(t))).memory)
	for n := range after.count {
		entry := after.number(after.functions + 8*n)
		for _, pc := range []int{entry << 16, entry<<16 + 0xFFFF} {
			if pc >= after.lastPC {
				continue
			}
			at := after.buckets + (pc-after.firstPC)/bucketPCs*bucketSize
			found := after.number(at) + int(after.memory[at+4+(pc-after.firstPC)%bucketPCs/(bucketPCs/16)])
			if found > n || n-found >= 2*coarse {
				t.Fatalf("function %d is looked for from %d", n, found)
			}
		}
	}
}

func TestAnotherLayoutIsLeftAlone(t *testing.T) {
	wasm := program(t)
	tables := find(parse(wasm).memory)
	inMemory := func(change func(memory []byte)) []byte {
		m := parse(wasm)
		change(m.memory)
		return m.bytes()
	}
	for _, c := range []struct {
		name string
		wasm []byte
	}{
		{"nothing", nil},
		{"no wasm", []byte("<!doctype html><title>no</title>")},
		{"wasm without anything", []byte("\x00asm\x01\x00\x00\x00")},
		{"the first half", wasm[:len(wasm)/2]},
		{"another magic", inMemory(func(m []byte) { m[tables.header] = 0xF0 })},
		{"another number of functions", inMemory(func(m []byte) { m[tables.header+numberOfFunctions]++ })},
		{"functions out of order", inMemory(func(m []byte) { m[tables.functions] = 0xFF })},
		{"a function elsewhere", inMemory(func(m []byte) { m[tables.functions+4+2] ^= 0xFF })},
		{"a table that does not end", inMemory(func(m []byte) {
			for i := tables.values + 1; i < tables.functions; i++ {
				m[i] = 1
			}
		})},
		{"another index of code", inMemory(func(m []byte) { m[tables.buckets+1] = 0xFF })},
	} {
		t.Run(c.name, func(t *testing.T) {
			if light, err := Program(c.wasm, "main"); !errors.Is(err, ErrUnknown) || light != nil {
				t.Errorf("%d bytes, %v", len(light), err)
			}
		})
	}
}

func TestMemoryIsStoredAsItIs(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{0, 1, 63, 64, 5000, 300_000} {
		memory := make([]byte, size)
		for i := 0; i < size; i += 1 + r.IntN(2*hole) {
			for j := i; j < min(i+r.IntN(300), size); j++ {
				memory[j] = byte(r.IntN(3))
			}
		}
		got := load(store(memory))
		if !bytes.Equal(bytes.TrimRight(got, "\x00"), bytes.TrimRight(memory, "\x00")) {
			t.Errorf("%d bytes came back as others", size)
		}
	}
}

func TestSignedNumbers(t *testing.T) {
	for _, v := range []int64{0, 1, -1, 63, 64, -64, -65, 8191, 8192, 1<<27 - 1, 1 << 28, 1<<31 - 1, -1 << 31} {
		r := reader{appendSigned(nil, v), 0}
		if got := r.signed(); got != v || r.at != len(r.data) {
			t.Errorf("%d came back as %d", v, got)
		}
	}
}

func FuzzProgram(f *testing.F) {
	m := parse(program(f))
	t := find(m.memory)
	f.Add(t.header, byte(1), t.functions, byte(1))
	f.Add(t.values, byte(0), t.buckets, byte(0))
	f.Fuzz(func(_ *testing.T, a int, x byte, b int, y byte) {
		broken := slices.Clone(m.memory)
		for at, v := range map[int]byte{a: x, b: y} {
			if at >= 0 && at < len(broken) {
				broken[at] = v
			}
		}
		changed := module{m.before, m.after, broken}
		_, _ = Program(changed.bytes(), "main") // an error or a program, never a panic
	})
}
