package library

import (
	"context"
	"fmt"
	"sync"
	"time"

	"fenghui/wasm/text"
)

// cutter cuts texts and queries into words. There is one for each dictionary,
// shared by all parts and snapshots, because a Segmenter learns words as it
// goes: a new one has to learn them again.
type cutter struct {
	dictionary *text.Dictionary

	mu        sync.Mutex // a Segmenter serves one at a time
	segmenter *text.Segmenter
}

func newCutter(d *text.Dictionary) *cutter {
	return &cutter{dictionary: d, segmenter: text.NewSegmenter(d)}
}

// Cut cuts folded text as the index was cut.
func (c *cutter) Cut(folded string) []text.Span {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.segmenter.Cut(folded)
}

// cutter is the one with the best dictionary at hand.
func (l *Library) cutter() *cutter {
	if l.full != nil {
		return l.full
	}
	return l.builtIn.cutter
}

// dictionaryPatience is how long articles wait for the full dictionary: they
// are found without it too.
const dictionaryPatience = time.Minute

// openDictionary gets the full dictionary when there is one. Without it words
// outside the built-in texts are cut into characters; bigrams still find them.
func (l *Library) openDictionary(ctx context.Context) {
	address := l.options.Site.Dictionary
	if l.full != nil || address == "" {
		return
	}
	var full *text.Dictionary
	check := func(data []byte, _ bool) (err error) {
		full, err = text.OpenDictionary(data)
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, dictionaryPatience)
	defer cancel()
	if _, err := l.siteFile(ctx, l.options.Site.dictionaryKey(), address, FetchDictionary, check); err != nil {
		l.options.Log(fmt.Sprintf("library: dictionary: %v", err))
		return
	}
	l.full = newCutter(full)
}

// fallbackCutter cuts texts whose pack cannot be fetched: with the site's full
// dictionary, which cuts them as the pack's would, else with the words that
// the program has. What is a word decides what comes first, not what is found.
func (l *Library) fallbackCutter(ctx context.Context) (*cutter, error) {
	l.openDictionary(ctx)
	if l.full != nil {
		return l.full, nil
	}
	words, err := carriedWords()
	if err != nil {
		return nil, err
	}
	dict, err := text.OpenDictionary(words)
	if err != nil {
		return nil, fmt.Errorf("dictionary of the program: %w", err)
	}
	return newCutter(dict), nil
}
