package repository

import (
	"os"
	"path/filepath"
	"testing"
)

func TestRootIsFoundFromBelow(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"README.md", "build/repository/repository.go"} {
		if _, err := os.Stat(filepath.Join(root, name)); err != nil {
			t.Error(err)
		}
	}
}

// A module of its own below the repository is not the repository.
func TestRootLooksPastOtherModules(t *testing.T) {
	want, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Join(want, "build", "pipeline"))
	if got, err := Root(); err != nil || got != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func TestNoRootOutside(t *testing.T) {
	t.Chdir(t.TempDir())
	if root, err := Root(); err == nil {
		t.Errorf("got %s", root)
	}
}
