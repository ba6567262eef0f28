package running

import (
	"errors"
	"fmt"
	"log"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
)

// node keeps memory alive that only the stack knows of.
type node struct {
	next  *node
	value [8]int
}

// deep holds a pointer in every frame and looks after it once all frames
// beneath it, and the garbage they made, are gone.
//
//go:noinline
func deep(t *testing.T, depth int, last *node) int {
	n := &node{next: last}
	for i := range n.value {
		n.value[i] = depth
	}
	if depth%1000 == 0 {
		runtime.GC()
	}
	sum := 0
	if depth > 0 {
		sum = deep(t, depth-1, n)
	}
	for _, v := range n.value {
		if v != depth {
			t.Fatalf("at %d the stack kept %d", depth, v)
		}
	}
	return sum + depth
}

func TestStacksGrowWhileGarbageIsCollected(t *testing.T) {
	if got := deep(t, 20_000, nil); got != 20_000*20_001/2 {
		t.Errorf("got %d", got)
	}
}

func TestGoroutinesWhileGarbageIsCollected(t *testing.T) {
	var all sync.WaitGroup
	results := make(chan string, 100)
	for n := range cap(results) {
		all.Go(func() {
			parts := []string{}
			for i := range 200 {
				parts = append(parts, fmt.Sprint(n, i))
				if i%50 == 0 {
					runtime.Gosched()
				}
			}
			results <- strings.Join(parts, " ")
		})
	}
	for range 5 {
		runtime.GC()
		runtime.Gosched()
	}
	all.Wait()
	for range cap(results) {
		if words := strings.Fields(<-results); len(words) != 400 || words[399] != "199" {
			t.Errorf("%d words", len(words))
		}
	}
}

//go:noinline
func fall(depth int, with func()) (deferred int) {
	defer func() { deferred++ }()
	if depth == 0 {
		with()
	}
	return fall(depth-1, with)
}

func TestPanicsAreRecovered(t *testing.T) {
	var list []int
	var missing map[string]int
	var nobody *node
	var any any = "text"
	zero := 0
	for _, c := range []struct {
		name string
		with func()
		want string
	}{
		{"a value of ours", func() { panic("ours") }, "ours"},
		{"an index", func() { _ = list[zero+3] }, "index out of range [3] with length 0"},
		{"a division", func() { zero = 1 / zero }, "integer divide by zero"},
		{"a nil map", func() { missing["a"] = 1 }, "assignment to entry in nil map"},
		{"a nil pointer", func() { nobody.value[0] = 1 }, "invalid memory address or nil pointer dereference"},
		{"another type", func() { _ = any.(error) }, "interface conversion: string is not error: missing method Error"},
		{"a panic while panicking", func() { defer func() { panic("second") }(); panic("first") }, "second"},
	} {
		t.Run(c.name, func(t *testing.T) {
			defer func() {
				if got := fmt.Sprint(recover()); !strings.Contains(got, c.want) {
					t.Errorf("recovered %s, want %s", got, c.want)
				}
			}()
			fall(500, c.with)
		})
	}
}

func TestDeferredCallsGoOnAfterRecovery(t *testing.T) {
	work := func() (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = errors.New(fmt.Sprint("recovered ", r))
			}
		}()
		for n := range 3 {
			defer func() {
				if n == 1 {
					panic(n)
				}
			}()
		}
		return nil
	}
	for range 100 {
		if err := work(); err == nil || err.Error() != "recovered 1" {
			t.Fatalf("got %v", err)
		}
	}
}

func TestGoexitRunsWhatIsDeferred(t *testing.T) {
	done := make(chan bool, 1)
	go func() {
		defer func() { done <- recover() == nil }()
		runtime.Goexit()
	}()
	if !<-done {
		t.Error("it recovered something")
	}
}

//go:noinline
func whereAmI() (pc uintptr, file string, line int, ok bool) { return runtime.Caller(0) }

// Names are told, those of others as far as they are left; lines where there are any.
func TestTracesNameFunctions(t *testing.T) {
	pc, file, line, ok := whereAmI()
	name := runtime.FuncForPC(pc).Name()
	if !ok || !strings.HasSuffix(name, "running.whereAmI") {
		t.Errorf("%v, %s %s:%d", ok, name, file, line)
	}
	t.Logf("called at %s:%d", file, line)
	trace := string(debug.Stack())
	for _, want := range []string{"running.TestTracesNameFunctions", "\ntesting."} {
		if !strings.Contains(trace, want) {
			t.Errorf("no %s in\n%s", want, trace)
		}
	}
	frames := runtime.CallersFrames([]uintptr{pc})
	if f, _ := frames.Next(); !strings.HasSuffix(f.Function, "running.whereAmI") {
		t.Errorf("a frame of %q", f.Function)
	}
}

func TestLogsGoOnWithoutLines(t *testing.T) {
	var b strings.Builder
	log.New(&b, "", log.Lshortfile|log.Llongfile).Print("told")
	if !strings.HasSuffix(b.String(), ": told\n") {
		t.Errorf("logged %q", b.String())
	}
	log.New(os.Stderr, "", log.Lshortfile).Print("told")
}

func TestFinalizersAndCleanupsRun(t *testing.T) {
	done := make(chan int, 1)
	func() {
		n := &node{}
		runtime.AddCleanup(n, func(v int) { done <- v }, 7)
	}()
	for {
		runtime.GC()
		select {
		case v := <-done:
			if v != 7 {
				t.Errorf("got %d", v)
			}
			return
		default:
			runtime.Gosched()
		}
	}
}
