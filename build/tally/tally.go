// Package tally counts tests while they run, and shows of them what a person
// wants to see: a line for each package, the output of what failed, and the
// reason of what was left out.
//
//	count, err := tally.Go(jsonOfGoTest, os.Stdout)
//	count.Add(more)
//	fmt.Println(count) // 812 passed, 0 failed
package tally

import "fmt"

// Count is how many tests ended how. A table of cases counts by its cases.
type Count struct{ Passed, Failed, Skipped int }

// Add adds the tests of another run.
func (c *Count) Add(other Count) {
	c.Passed += other.Passed
	c.Failed += other.Failed
	c.Skipped += other.Skipped
}

func (c Count) String() string {
	s := fmt.Sprintf("%d passed, %d failed", c.Passed, c.Failed)
	if c.Skipped > 0 {
		s += fmt.Sprintf(", %d skipped", c.Skipped)
	}
	return s
}
