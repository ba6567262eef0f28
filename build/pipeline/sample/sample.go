// Package sample writes folders of articles to build libraries of: as many as
// are asked for, always the same, and among them files that cannot be read.
//
// The sentences are those of the public sets of questions beside the project,
// put together anew, where they are there; else invented ones.
//
//	count, err := sample.Write(dir, 20_000, "../shared/retrieval")
package sample

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fenghui/wasm/text"
)

// Count is what was written.
type Count struct {
	Documents int
	Bad       int // files that are to be refused
	Bytes     int
	Invented  bool // no public sentences were at hand
}

// writer puts articles together.
type writer struct {
	dir       string
	random    *rand.Rand
	sentences []string
	count     Count
}

// Write writes that many articles below dir, and one bad file for each hundred
// of them. Retrieval is the folder of the public sets; it may be missing.
func Write(dir string, documents int, retrieval string) (Count, error) {
	sentences, err := read(retrieval)
	if err != nil {
		return Count{}, err
	}
	w := writer{dir: dir, random: rand.New(rand.NewSource(20251010)), sentences: sentences}
	w.count.Invented = len(sentences) == 0
	for n := range documents {
		if err := w.document(n); err != nil {
			return w.count, err
		}
		if n%100 != 50 {
			continue
		}
		if err := w.bad(n); err != nil {
			return w.count, err
		}
	}
	return w.count, nil
}

// read returns the sentences of the public sets, in order.
func read(folder string) (sentences []string, err error) {
	files, err := filepath.Glob(filepath.Join(folder, "*", "docs.jsonl"))
	slices.Sort(files)
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("sample: %w", err)
		}
		lines := bufio.NewScanner(strings.NewReader(string(data)))
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var d struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
				return nil, fmt.Errorf("sample: %s: %w", name, err)
			}
			for _, span := range text.Sentences(d.Text) {
				sentences = append(sentences, strings.TrimSpace(span.Of(d.Text)))
			}
		}
	}
	return sentences, err
}

// document writes an article: two to seven paragraphs, with figures in some.
func (w *writer) document(n int) error {
	var b strings.Builder
	fmt.Fprintf(&b, "第%d次区域合作会议在%s举行\n\n", n+1, pick(w, places))
	if n%40 != 0 { // else its date is not known
		fmt.Fprintf(&b, "date: %d-%02d-%02d\n\n", 2016+n%10, 1+w.random.Intn(12), 1+w.random.Intn(28))
	}
	for range 2 + w.random.Intn(6) {
		for range 1 + w.random.Intn(4) {
			b.WriteString(w.sentence())
		}
		b.WriteString("\n\n")
	}
	w.count.Documents++
	return w.put(fmt.Sprintf("%03d/article-%06d.txt", n/1000, n), b.String())
}

func (w *writer) sentence() string {
	if len(w.sentences) > 0 && w.random.Intn(4) > 0 {
		return w.sentences[w.random.Intn(len(w.sentences))]
	}
	s := pick(w, figures)
	for _, with := range []struct {
		sign string
		list []string
	}{{"甲", countries}, {"乙", countries}, {"物", goods}} {
		s = strings.ReplaceAll(s, with.sign, pick(w, with.list))
	}
	return fmt.Sprintf(s, 1+w.random.Intn(900), 2+w.random.Intn(60))
}

func pick(w *writer, list []string) string { return list[w.random.Intn(len(list))] }

// bad writes a file that cannot be read, each time for another reason.
func (w *writer) bad(n int) error {
	w.count.Bad++
	name := fmt.Sprintf("%03d/bad-%06d", n/1000, n)
	switch w.count.Bad % 4 {
	case 0: // the same article once more, under a name that comes later
		earlier := fmt.Sprintf("%03d/article-%06d.txt", n/1000, n)
		data, err := os.ReadFile(filepath.Join(w.dir, filepath.FromSlash(earlier)))
		if err != nil {
			return fmt.Errorf("sample: %w", err)
		}
		return w.put(name+".txt", string(data))
	case 1:
		return w.put(name+".txt", "\x89PNG\r\n\x1a\n\x00\xff")
	case 2:
		return w.put(name+".txt", " \n")
	}
	return w.put(name+".docx", "PK\x03\x04 a parcel cut short")
}

func (w *writer) put(name, content string) error {
	w.count.Bytes += len(content)
	place := filepath.Join(w.dir, filepath.FromSlash(name))
	err := os.MkdirAll(filepath.Dir(place), 0o755)
	if err == nil {
		err = os.WriteFile(place, []byte(content), 0o644)
	}
	if err != nil {
		return fmt.Errorf("sample: %w", err)
	}
	return nil
}
