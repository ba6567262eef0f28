package library

import (
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/store"
)

const record = `---
id: fish-2024
title: 渔业部长会议
event: 第三次渔业部长会议
organisation: 海洋国家联盟
date: 2024-03-02
date_from: stated
source: 海洋新闻社
---

## 捕捞

去年捕捞量为一百万吨。 {¶2}
`

// A record states its own ID, and another record may state the same.
func TestARecordIsKnownByWhatItSays(t *testing.T) {
	shipped, err := corpus.ReadRecord("fish.md", record)
	if err != nil {
		t.Fatal(err)
	}
	from := newSite(t)
	from.ship(t, append(testDocuments(t), shipped))
	s := store.NewMemory()
	l, _ := open(t, s, from)
	changed := strings.Replace(record, "一百万", "二百万", 1)
	again := strings.Replace(record, "一百万", "三百万", 1)
	results := add(t, l, File{Name: "copy.md", Text: record}, File{Name: "changed.md", Text: changed}, File{Name: "again.md", Text: again}, File{Name: "changed-2.md", Text: changed})
	if got := statuses(results); got != "duplicate added added duplicate" {
		t.Fatalf("got %s: %+v", got, results)
	}
	if results[0].ID != "fish-2024" || results[1].ID == results[2].ID || results[1].ID == "fish-2024" {
		t.Errorf("IDs %+v", results)
	}
	for range 2 {
		if finds(t, l, "捕捞") != 6 { // three texts, three headings
			t.Errorf("found %d", finds(t, l, "捕捞"))
		}
		if _, err := l.Snapshot().Find(results[1].ID); err != nil {
			t.Error(err)
		}
		l, _ = open(t, s, from)
	}
}

func TestAnImportedRecordTheSiteShipsLater(t *testing.T) {
	s := store.NewMemory()
	l, _ := open(t, s, newSite(t))
	add(t, l, File{Name: "fish.md", Text: record}, File{Name: "changed.md", Text: strings.Replace(record, "一百万", "二百万", 1)})
	shipped, err := corpus.ReadRecord("fish.md", record)
	if err != nil {
		t.Fatal(err)
	}
	from := newSite(t)
	from.ship(t, []*corpus.Document{shipped})
	if l, _ = open(t, s, from); len(l.Snapshot().Documents) != 2 || finds(t, l, "二百") != 1 {
		t.Errorf("%d documents, want the shipped one and the reader's other", len(l.Snapshot().Documents))
	}
}
