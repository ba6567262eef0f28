package lighten

// forgetSource takes files and lines away. Where the runtime finds no table it
// tells "?" and 0; it looks nothing up in files then.
func (t *tables) forgetSource() {
	for n := range t.count {
		f := t.function(n)
		for _, field := range []int{fileField, lineField, unitField, startLineField} {
			t.set(f+field, 0)
		}
	}
	clear(t.memory[t.units:t.values])
}

// forgetArguments takes away where arguments lie, for a trace that tells them,
// and where a signal must not stop the program. To collect garbage the runtime
// has tables of its own.
func (t *tables) forgetArguments() {
	for n := range t.count {
		f := t.function(n)
		tables := t.number(f + tablesField)
		for _, table := range []int{unsafePoints, livenessOfArgs} {
			if table < tables {
				t.set(f+functionSize+4*table, 0)
			}
		}
		for _, data := range []int{placesOfArguments, liveArguments} {
			if data < int(t.memory[f+dataField]) {
				t.set(f+functionSize+4*(tables+data), none)
			}
		}
	}
}

// pack moves the tables that are left together and lets equal ones be one.
func (t *tables) pack() {
	packed := []byte{0} // 0 is the place of no table
	places := map[string]int{}
	for n := range t.count {
		for _, at := range t.places(t.function(n)) {
			if t.number(at) == 0 {
				continue
			}
			table := string(t.table(t.number(at)))
			if _, ok := places[table]; !ok {
				places[table] = len(packed)
				packed = append(packed, table...)
			}
			t.set(at, places[table])
		}
	}
	values := t.memory[t.values:t.functions]
	clear(values[copy(values, packed):])
}

const (
	bucketPCs  = 4096 // addresses of code to a bucket
	bucketSize = 20   // the number of its first function, then 16 bytes
	coarse     = 16
)

// coarsen lets a bucket name a function a little before its first one; the
// runtime looks on from there, as it does anyway. One function has 16 buckets
// here, so the table is long, and compresses the better the less it changes.
func (t *tables) coarsen() {
	for pc := t.firstPC; pc < t.lastPC; pc += bucketPCs {
		at := t.buckets + (pc-t.firstPC)/bucketPCs*bucketSize
		first := t.number(at)
		must(first < t.count && t.number(t.functions+8*first)<<16 <= pc, "another index of code")
		t.set(at, first-first%coarse)
	}
}
