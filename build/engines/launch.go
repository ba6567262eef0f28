package engines

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"time"

	"fenghui/build/install"
)

// launchChromium drives Chromium through chromedriver.
func launchChromium(ctx context.Context, log io.Writer) (engine, error) {
	browser, err := install.Chromium(ctx, log)
	if err != nil {
		return nil, err
	}
	path, err := install.Command(ctx, log, "chromedriver", "chromium-driver")
	if err != nil {
		return nil, err
	}
	address, stop, err := startDriver(ctx, exec.CommandContext(ctx, path))
	if err != nil {
		return nil, err
	}
	options := map[string]any{"binary": browser, "args": []string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-component-update"}}
	capabilities := map[string]any{"goog:chromeOptions": options, "goog:loggingPrefs": map[string]string{"browser": "ALL"}}
	d, err := newDriver(ctx, address, "Chromium", capabilities, stop)
	if err != nil {
		return nil, err
	}
	d.said = d.severe
	return d, nil
}

// launchWebKit drives WebKitGTK's MiniBrowser on a display of its own.
func launchWebKit(ctx context.Context, log io.Writer) (engine, error) {
	path, err := install.Command(ctx, log, "WebKitWebDriver", "webkit2gtk-driver")
	if err != nil {
		return nil, err
	}
	xvfb, err := install.Command(ctx, log, "Xvfb", "xvfb")
	if err != nil {
		return nil, err
	}
	browsers, err := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	if err != nil || len(browsers) == 0 {
		return nil, errors.New("webkit: no MiniBrowser beside its driver")
	}
	display, closeDisplay, err := startDisplay(ctx, xvfb)
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, path)
	cmd.Env = append(os.Environ(), "DISPLAY="+display)
	address, stop, err := startDriver(ctx, cmd)
	if err != nil {
		closeDisplay()
		return nil, err
	}
	options := map[string]any{"binary": browsers[len(browsers)-1], "args": []string{"--automation"}}
	return newDriver(ctx, address, "WebKitGTK", map[string]any{"webkitgtk:browserOptions": options}, func() { stop(); closeDisplay() })
}

// startDriver starts a driver program at a free port and waits until it answers.
func startDriver(ctx context.Context, cmd *exec.Cmd) (address string, stop func(), err error) {
	port, err := freePort()
	if err != nil {
		return "", nil, err
	}
	cmd.Args = append(cmd.Args, fmt.Sprintf("--port=%d", port))
	if err := cmd.Start(); err != nil {
		return "", nil, fmt.Errorf("%s: %w", cmd.Path, err)
	}
	stop = func() { end(cmd) }
	for late := time.Now().Add(20 * time.Second); ; {
		connection, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err == nil {
			connection.Close()
			return fmt.Sprintf("http://127.0.0.1:%d", port), stop, nil
		}
		if time.Now().After(late) {
			stop()
			return "", nil, fmt.Errorf("%s does not answer: %w", cmd.Path, err)
		}
		select {
		case <-ctx.Done():
			stop()
			return "", nil, ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// startDisplay starts an X server that tells its number when it is there.
func startDisplay(ctx context.Context, xvfb string) (display string, stop func(), err error) {
	cmd := exec.CommandContext(ctx, xvfb, "-displayfd", "1", "-screen", "0", "1280x900x24")
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return "", nil, fmt.Errorf("Xvfb: %w", err)
	}
	var number int
	if _, err := fmt.Fscan(out, &number); err != nil {
		end(cmd)
		return "", nil, fmt.Errorf("Xvfb tells no display: %w", err)
	}
	return fmt.Sprintf(":%d", number), func() { end(cmd) }, nil
}

// firefoxNames are tried in the PATH.
var firefoxNames = []string{"firefox-esr", "firefox"}

var listening = regexp.MustCompile(`ws://\S+`)

// launchFirefox drives Firefox by BiDi, which it speaks itself.
func launchFirefox(ctx context.Context, log io.Writer) (engine, error) {
	path, err := exec.LookPath(firefoxNames[1])
	if err != nil {
		path, err = install.Command(ctx, log, firefoxNames[0], "firefox-esr")
	}
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "fenghui-firefox-")
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, path, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0", "about:blank")
	stop := func() { end(cmd); os.RemoveAll(profile) }
	out, err := cmd.StderrPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		os.RemoveAll(profile)
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if url := listening.FindString(lines.Text()); url != "" {
			go io.Copy(io.Discard, out)
			return newBiDi(ctx, url+"/session", "Firefox", stop)
		}
	}
	stop()
	return nil, fmt.Errorf("%s tells no address", path)
}

// end ends a process that was started here.
func end(cmd *exec.Cmd) {
	_ = cmd.Process.Signal(os.Interrupt)
	done := make(chan struct{})
	go func() { _ = cmd.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		_ = cmd.Process.Kill()
		<-done
	}
}

func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}
