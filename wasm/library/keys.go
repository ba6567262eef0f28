package library

import (
	"cmp"
	"path"
)

// home is the folder the versions of a site stand in: its files are at
// home/version/file. It tells sites under one origin apart.
func (s Site) home() string {
	return path.Dir(path.Dir(cmp.Or(s.Pack, s.Documents, s.Dictionary)))
}

// The keys under which the store keeps the files of a site.
func (s Site) packKey() string       { return "pack/" + s.PackHash }
func (s Site) documentsKey() string  { return "documents/" + path.Base(s.Documents) }
func (s Site) dictionaryKey() string { return "dictionary/" + path.Base(s.Dictionary) }

func (s Site) keys() []string { return []string{s.packKey(), s.documentsKey(), s.dictionaryKey()} }

func (s Site) yearKey(name string) string { return "year/" + name }

func segmentKey(hash string) string { return "segment/" + hash }

// figuresKey names the texts, by their segment, that a table was made from.
// What else goes into it (dates, rules) the table names itself, by document.
func figuresKey(segment string) string { return "figures/" + segment }
