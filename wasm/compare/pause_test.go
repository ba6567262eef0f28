package compare

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"fenghui/corpus"
)

func TestPausesChangeNothing(t *testing.T) {
	docs := markedByHand(t)
	pauses := 0
	got, err := RunWith(Watch{Pause: func() error { pauses++; return nil }}, docs, corpus.Names())
	if err != nil {
		t.Fatal(err)
	}
	want := Run(docs, corpus.Names())
	got.library, want.library = nil, nil
	if !reflect.DeepEqual(got, want) {
		t.Error("with pauses something else is found")
	}
	if figures := count(docs); pauses < 3*figures {
		t.Errorf("%d pauses for %d figures", pauses, figures)
	}
}

func count(docs []Input) (figures int) {
	for _, d := range docs {
		figures += len(d.Figures)
	}
	return figures
}

// Wherever it is told to, comparing ends, with the error it is told.
func TestComparingEndsInAnyPause(t *testing.T) {
	docs, cause := markedByHand(t), errors.New("enough")
	pauses := 0
	if _, err := RunWith(Watch{Pause: func() error { pauses++; return nil }}, docs, corpus.Names()); err != nil {
		t.Fatal(err)
	}
	for last := 1; last <= pauses; last += pauses/40 + 1 {
		n := 0
		r, err := RunWith(Watch{Pause: func() error {
			if n++; n >= last {
				return cause
			}
			return nil
		}}, docs, corpus.Names())
		if !errors.Is(err, cause) || r != nil || n != last {
			t.Errorf("told to end in pause %d it ended in %d with %v", last, n, err)
		}
	}
}

func TestComparingTellsHowFarItIs(t *testing.T) {
	told := 0
	tell := func(done, total int) {
		if done != told || done >= total {
			t.Errorf("told %d of %d after %d", done, total, told)
		}
		told++
	}
	if _, err := RunWith(Watch{Step: tell}, markedByHand(t), corpus.Names()); err != nil || told != steps {
		t.Errorf("told %d times: %v", told, err)
	}
}

// A draft full of dates can be left at any of them.
func TestCheckingCanBeEnded(t *testing.T) {
	docs, cause := markedByHand(t), errors.New("enough")
	r := Run(docs, corpus.Names())
	draft, err := ReadDraft(strings.Repeat("区域生态峰会将于2026年4月在阿斯塔纳举行。", 200), "2025-12-31", corpus.Names())
	if err != nil {
		t.Fatal(err)
	}
	for _, last := range []int{1, 300, 3000} {
		n := 0
		list, err := r.CheckWith(func() error {
			if n++; n >= last {
				return cause
			}
			return nil
		}, draft)
		if !errors.Is(err, cause) || list != nil || n != last {
			t.Errorf("told to end in pause %d it ended in %d with %v", last, n, err)
		}
	}
	if list, err := r.CheckWith(nil, draft); err != nil || len(list) == 0 || !reflect.DeepEqual(list, r.Check(draft)) {
		t.Errorf("without a pause: %d, %v", len(list), err)
	}
}

func TestPreparingToCheckCanBeEnded(t *testing.T) {
	docs, cause := markedByHand(t), errors.New("enough")
	r := Run(docs, corpus.Names())
	if err := r.Prepare(func() error { return cause }); !errors.Is(err, cause) {
		t.Errorf("got %v", err)
	}
	if err := r.Prepare(func() error { return nil }); err != nil || len(r.Check(docs[0])) == 0 {
		t.Errorf("afterwards it cannot be prepared: %v", err)
	}
}
