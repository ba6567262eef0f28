package lighten

import "strings"

// forgetNames gives all functions of a package that is not ours one name, the
// path of the package with a point behind it, because traces leave out
// functions without a point in their names. The shared name is written over the
// first of theirs. Names that stay are not moved, since calls that the compiler
// has inlined point to them too.
func (t *tables) forgetNames(own string) {
	places := map[string]int{} // of shared names
	for n := range t.count {
		f := t.function(n)
		at := t.number(f + nameField)
		name := t.name(at)
		path := packageOf(name)
		shared := path + "."
		if t.memory[f+kindField] != 0 || staysNamed(path, own) || len(shared) >= len(name) {
			continue
		}
		clear(t.memory[t.names+at : t.names+at+len(name)])
		place, ok := places[shared]
		if !ok {
			place = at
			places[shared] = place
			copy(t.memory[t.names+place:], shared)
		}
		t.set(f+nameField, place)
	}
}

// staysNamed tells where names are read: in reports, which are about ours, and
// by the runtime, which knows itself by its name and says what cannot be done to
// a value by the method that was asked for.
func staysNamed(path, own string) bool {
	return path == "" || path == "main" || path == "runtime" || path == "reflect" ||
		strings.HasPrefix(path, "internal/") || strings.HasPrefix(path, own)
}

// packageOf returns the path in the name of a function: fenghui/wasm/text of
// fenghui/wasm/text.(*Words).Cut. The table writes [...] for type arguments.
func packageOf(name string) string {
	if end := strings.IndexAny(name, "([ "); end >= 0 {
		name = name[:end]
	}
	last := strings.LastIndexByte(name, '/') + 1
	dot := strings.IndexByte(name[last:], '.')
	if dot < 0 {
		return ""
	}
	return name[:last+dot]
}
