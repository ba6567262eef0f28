package lighten

import (
	"bytes"
	"encoding/binary"
)

// header is how runtime.pcHeader begins: magic, two zeros, the size of the
// smallest instruction and of a pointer.
var header = []byte{0xF1, 0xFF, 0xFF, 0xFF, 0, 0, 1, 8}

// Fields of runtime.pcHeader, as addresses from its start.
const (
	numberOfFunctions = 8
	namesAt           = 32
	unitsAt           = 40
	filesAt           = 48
	valuesAt          = 56
	functionsAt       = 64
)

// Fields of runtime.moduledata, in words.
const (
	functionsWord     = 13 // as a slice: address, length, capacity
	functionIndexWord = 16 // the same
	bucketsWord       = 19
	firstPCWord       = 20
	lastPCWord        = 21
)

// Fields of runtime._func, as addresses from its start. Behind it stand the
// places of its tables of values, then those of its data.
const (
	entryField     = 0
	nameField      = 4
	stackField     = 16
	fileField      = 20
	lineField      = 24
	tablesField    = 28 // how many
	unitField      = 32
	startLineField = 36
	kindField      = 40 // what the runtime does with it, in one byte; 0 is nothing particular
	dataField      = 43 // how many, in one byte
	functionSize   = 44
)

// Tables and data of a function, see internal/abi/symtab.go.
const (
	unsafePoints      = 0 // where not to stop for a signal: js/wasm has none
	livenessOfArgs    = 3
	placesOfArguments = 5
	liveArguments     = 6
	mostTables        = 8
)

// none is the place of data that a function has not.
const none = 0xFFFFFFFF

// tables are what the runtime knows of a program's functions.
type tables struct {
	memory    []byte
	header    int // addresses
	names     int
	units     int
	values    int
	functions int // of the index, and what places of functions count from
	count     int
	buckets   int // of the index from addresses of code to functions
	firstPC   int
	lastPC    int
}

// find looks for the header that a moduledata points to.
func find(memory []byte) *tables {
	var found *tables
	for at := 0; ; at += 8 {
		next := bytes.Index(memory[at:], header)
		if next < 0 {
			break
		}
		at = (at + next) &^ 7
		if t := read(memory, at); t != nil {
			must(found == nil, "two headers")
			found = t
		}
	}
	must(found != nil, "no header")
	found.check()
	return found
}

// read returns nil where nothing points to the header.
func read(memory []byte, at int) *tables {
	t := &tables{memory: memory, header: at}
	if at+functionsAt+8 > len(memory) || !bytes.HasPrefix(memory[at:], header) {
		return nil
	}
	t.count = t.word(at + numberOfFunctions)
	t.names, t.units = at+t.word(at+namesAt), at+t.word(at+unitsAt)
	t.values, t.functions = at+t.word(at+valuesAt), at+t.word(at+functionsAt)
	pointers := binary.LittleEndian.AppendUint64(nil, uint64(at))
	pointers = binary.LittleEndian.AppendUint64(pointers, uint64(t.names))
	module := bytes.Index(memory, pointers)
	if module < 0 {
		return nil
	}
	must(t.word(module+8*functionsWord) == t.functions, "functions elsewhere")
	must(t.word(module+8*functionIndexWord) == t.functions, "an index of functions elsewhere")
	must(t.word(module+8*functionIndexWord+8) == t.count+1, "another number of functions")
	t.buckets = t.word(module + 8*bucketsWord)
	t.firstPC, t.lastPC = t.word(module+8*firstPCWord), t.word(module+8*lastPCWord)
	return t
}

// check looks at every function, so that nothing is touched that is not what
// it is taken for.
func (t *tables) check() {
	must(t.header < t.names && t.names < t.units && t.units <= t.values && t.values < t.functions && t.count > 0, "tables in another order")
	for n := range t.count {
		f := t.function(n)
		entry := t.number(t.functions + 8*n)
		must(t.number(f+entryField) == entry && (n == 0 || entry > t.number(t.functions+8*n-8)), "functions in another order")
		must(entry<<16 >= t.firstPC && entry<<16 <= t.lastPC, "a function outside of the program")
		must(t.memory[t.names+t.number(f+nameField)-1] == 0 || n == 0, "a function without a name")
		must(t.number(f+tablesField) <= mostTables && int(t.memory[f+dataField]) <= 2*mostTables, "a function with that much data")
		for _, place := range append(t.places(f), f+fileField, f+lineField) {
			if at := t.number(place); at != 0 {
				t.table(at)
			}
		}
	}
}

// function returns the address of function n.
func (t *tables) function(n int) int { return t.functions + t.number(t.functions+8*n+4) }

// places are where a function tells where its tables are.
func (t *tables) places(f int) []int {
	all := []int{f + stackField}
	for n := range t.number(f + tablesField) {
		all = append(all, f+functionSize+4*n)
	}
	return all
}

// table returns the bytes of a table: pairs of varints, ended by a zero that
// is no pair's first but the first's.
func (t *tables) table(at int) []byte {
	r := reader{t.memory[t.values:t.functions], at}
	for first := true; first || r.data[r.at] != 0; first = false {
		r.unsigned()
		r.unsigned()
	}
	return r.data[at : r.at+1]
}

// name returns the name at a place in the table of names.
func (t *tables) name(at int) string {
	name := t.memory[t.names+at : t.units]
	return string(name[:bytes.IndexByte(name, 0)])
}

func (t *tables) number(at int) int {
	return int(binary.LittleEndian.Uint32(t.memory[at:]))
}

func (t *tables) set(at, value int) {
	binary.LittleEndian.PutUint32(t.memory[at:], uint32(value))
}

func (t *tables) word(at int) int {
	v := binary.LittleEndian.Uint64(t.memory[at:])
	must(v>>32 == 0, "an address")
	return int(v)
}
