package install

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// release is the file that says which system this is.
var release = "/etc/os-release"

// isDebian reports whether this is Debian itself: what Ubuntu calls chromium is
// an empty package that wants a snap.
func isDebian() bool {
	text, err := os.ReadFile(release)
	return err == nil && debian(string(text))
}

func debian(release string) bool {
	for line := range strings.Lines(release) {
		if key, id, _ := strings.Cut(strings.TrimSpace(line), "="); key == "ID" {
			return strings.Trim(id, `"'`) == "debian"
		}
	}
	return false
}

// Command returns the path of a program, installed from these packages
// if it was missing and this is Debian.
func Command(ctx context.Context, log io.Writer, command string, packages ...string) (string, error) {
	if path, err := exec.LookPath(command); err == nil {
		return path, nil
	}
	if !isDebian() {
		return "", fmt.Errorf("install: no %s found: install %s", command, strings.Join(packages, " and "))
	}
	if err := aptInstall(ctx, log, packages...); err != nil {
		return "", err
	}
	return exec.LookPath(command)
}

// aptInstall works for root, and for others whom sudo asks nothing.
func aptInstall(ctx context.Context, log io.Writer, packages ...string) error {
	fmt.Fprintf(log, "installing %s\n", strings.Join(packages, ", "))
	install := append([]string{"install", "-y", "--no-install-recommends"}, packages...)
	for _, args := range [][]string{{"update", "-q"}, install} {
		if err := aptGet(ctx, log, args); err != nil {
			return fmt.Errorf("install: apt-get %s: %w; install %s by hand",
				args[0], err, strings.Join(packages, " and "))
		}
	}
	return nil
}

func aptGet(ctx context.Context, log io.Writer, args []string) error {
	command := append([]string{"apt-get"}, args...)
	if os.Getuid() != 0 {
		command = append([]string{"sudo", "-n"}, command...)
	}
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
	cmd.Stdout, cmd.Stderr = log, log
	return cmd.Run()
}
