package site

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"fenghui/build/site/bundle"
	"fenghui/build/site/program"
	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/library/sitefile"
)

// plan is a site before it is written: all files of the version folder but
// the pack, of which only the name is known, and the files that stand beside
// the folder.
type plan struct {
	version string
	files   map[string][]byte // by path in the version folder
	beside  map[string][]byte // index.html, sw.js, manifest.webmanifest, explorer.js

	embedders string // origins whose pages may steer the site in a frame, with blanks between
	words     words
	packs     []packPlan
}

// packPlan is a pack before it is built.
type packPlan struct {
	name, hash string // hash: of its inputs
	documents  []*corpus.Document
	year       bool // not the first, so without a dictionary
}

// names are those of the large files, which the program fetches and stores
// itself.
type names struct{ pack, packHash, documents, dictionary string }

// prepare makes everything that decides the version.
func prepare(ctx context.Context, o Options, m *material) (*plan, error) {
	p := &plan{files: map[string][]byte{}}
	var err error
	if p.embedders, err = origins(o.Embedders); err != nil {
		return nil, err
	}
	shell, err := readShell(o.Root, p.files)
	if err != nil {
		return nil, err
	}
	if err := p.addProgram(ctx, o); err != nil {
		return nil, err
	}
	large, err := p.addLibrary(o, m)
	if err != nil {
		return nil, err
	}
	if err := p.addIcons(); err != nil {
		return nil, err
	}
	overview, err := shell.overview(m.documents)
	if err != nil {
		return nil, err
	}
	fill := shell.filler(p, large, overview)
	if p.version, err = p.hash(fill); err != nil {
		return nil, err
	}
	p.beside, err = fill(p.version)
	return p, err
}

func (p *plan) addProgram(ctx context.Context, o Options) error {
	o.step("compiling the program")
	wasm, err := o.Program(ctx, o.Root)
	if err != nil {
		return err
	}
	script, err := program.Runtime(ctx, o.Root)
	if err != nil {
		return err
	}
	if script, err = bundle.Script("wasm_exec.js", script); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if err := p.add("wasm_exec.js", script); err != nil {
		return err
	}
	return p.add(programFile, wasm)
}

// addLibrary adds the dictionary and the documents. The pack is left for
// later: its name needs its inputs only.
func (p *plan) addLibrary(o Options, m *material) (n names, err error) {
	o.step("preparing the dictionary")
	if p.words, err = readWords(o, m); err != nil {
		return n, err
	}
	n.dictionary = "dictionary-" + short(p.words.full) + ".fst"
	if err := p.add(n.dictionary, p.words.full); err != nil {
		return n, err
	}
	years, err := p.addYears(m)
	if err != nil {
		return n, err
	}
	if n.pack, err = p.planPack(m.first, false); err != nil {
		return n, err
	}
	n.packHash = p.packs[len(p.packs)-1].hash
	documents, err := m.documentsFile(o, years)
	if err != nil || documents == nil {
		return n, err
	}
	n.documents = "documents-" + short(documents) + ".bin"
	return n, p.add(n.documents, documents)
}

// addYears adds the texts of the years that are fetched later, and plans their
// packs.
func (p *plan) addYears(m *material) (years []sitefile.Year, err error) {
	for _, group := range m.years {
		y := sitefile.Year{Name: group.Name, Count: len(group.Documents)}
		for _, d := range group.Documents {
			y.Passages += len(d.Passages)
		}
		data, err := sitefile.Documents{List: group.Documents}.Encode()
		if err != nil {
			return nil, fmt.Errorf("site: documents: %w", err)
		}
		y.Documents = "documents-" + short(data) + ".bin"
		if err := p.add(y.Documents, data); err != nil {
			return nil, err
		}
		if y.Pack, err = p.planPack(group.Documents, true); err != nil {
			return nil, err
		}
		y.PackHash = p.packs[len(p.packs)-1].hash
		years = append(years, y)
	}
	return years, nil
}

// planPack names a pack by its inputs.
func (p *plan) planPack(docs []*corpus.Document, year bool) (name string, err error) {
	hash, err := library.PackHash(docs, p.words.small)
	if err != nil {
		return "", fmt.Errorf("site: %w", err)
	}
	name = "pack-" + hash[:16] + ".bin"
	p.packs = append(p.packs, packPlan{name, hash, docs, year})
	return name, nil
}

func short(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

func (p *plan) add(name string, data []byte) error {
	if _, taken := p.files[name]; taken {
		return fmt.Errorf("site: two files are called %s", name)
	}
	p.files[name] = data
	return nil
}

// hash covers every file of the folder, the inputs of the pack, and the files
// beside the folder as they are before they know the version.
func (p *plan) hash(fill func(version string) (map[string][]byte, error)) (string, error) {
	blank, err := fill("")
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, group := range []map[string][]byte{p.files, blank} {
		for _, name := range sorted(group) {
			fmt.Fprintf(sum, "%s %x\n", name, sha256.Sum256(group[name]))
		}
	}
	for _, pack := range p.packs {
		fmt.Fprintf(sum, "pack %s\n", pack.hash)
	}
	return hex.EncodeToString(sum.Sum(nil))[:12], nil
}

func sorted(files map[string][]byte) []string {
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// folder is where the files of the plan go, relative to the site.
func (p *plan) folder() string { return "v-" + p.version }
