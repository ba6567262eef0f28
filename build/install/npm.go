package install

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// Modules installs the npm packages that dir/package-lock.json names,
// without running any of their scripts. It does nothing when they are there.
func Modules(ctx context.Context, log io.Writer, dir string) error {
	lock, err := os.ReadFile(filepath.Join(dir, "package-lock.json"))
	if err != nil {
		return fmt.Errorf("install: npm packages: %w", err)
	}
	mark := filepath.Join(dir, "node_modules", ".installed-lock")
	if have, err := os.ReadFile(mark); err == nil && bytes.Equal(have, lock) {
		return nil
	}
	npm, err := Command(ctx, log, "npm", "npm")
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, log, log
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("install: npm ci in %s: %w", dir, err)
	}
	return os.WriteFile(mark, lock, 0o644)
}
