package engines

import (
	"fmt"
	"slices"
	"testing"
)

func TestErrorsAreReadFromTheConsole(t *testing.T) {
	c := &consoleLines{}
	fmt.Fprint(c, "Gtk-WARNING: no theme\nCONSOLE LOG LOG all is well\nCONSOLE JS ERR")
	fmt.Fprint(c, "OR TypeError: undefined is not an object\nCONSOLE NETWORK ERROR Failed to load resource\nCONSOLE JS WARNING old\n")
	got, err := c.errors(t.Context())
	want := []string{"CONSOLE JS ERROR TypeError: undefined is not an object", "CONSOLE NETWORK ERROR Failed to load resource"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("errors %q, %v; want %q", got, err, want)
	}
}
