//go:build unix

package figure

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"fenghui/corpus"
)

// TestLinear: ten times the text may take about ten times the work, whatever
// it is; a square would take a hundred times. What is measured is this
// process's own processor time, and once more where it seems too much, so that
// other programs on the machine do not matter.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"7", "亿", "5亿美元，", "5%", "增长", "“", "去年5亿美元。", "哈俄", "目前", "3个", "2019年、", "增长5%，", "3个和5%、2019年，", "““甲”", "全国增长5%。\n", "论坛上说！\u3000", "百分之", "由5%"} {
		short, long := work(t, unit, 10_000), work(t, unit, 100_000)
		if long > 40*short { // something else may have been at work
			long = min(long, work(t, unit, 100_000))
		}
		if long > 40*short {
			t.Errorf("%q: %v, then %v for ten times as much", unit, short, long)
		}
	}
}

// work is the processor time of reading so many bytes of a unit.
func work(t *testing.T, unit string, size int) time.Duration {
	doc := &corpus.Document{Passages: paragraphs(strings.Repeat(unit, size/len(unit)))}
	before := used(t)
	Extract(doc, corpus.Names())
	return max(used(t)-before, time.Millisecond) // the clock is no finer
}

func used(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
