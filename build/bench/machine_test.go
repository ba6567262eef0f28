package bench

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"

	"fenghui/build/install"
	"fenghui/build/site/program"
)

// machine tells the size of this machine, and nothing else of it.
func machine() string {
	size := fmt.Sprintf("%d processors", runtime.NumCPU())
	if data, err := os.ReadFile("/proc/meminfo"); err == nil {
		var kb int
		if _, err := fmt.Sscanf(string(data), "MemTotal: %d kB", &kb); err == nil {
			size += fmt.Sprintf(", %.0f GB of memory", float64(kb)/(1<<20))
		}
	}
	return size + ", " + runtime.GOOS + "/" + runtime.GOARCH
}

// versions of all that takes part.
func versions() map[string]string {
	v := map[string]string{"Go": strings.TrimPrefix(runtime.Version(), "go")}
	if path, err := install.FindChromium(); err == nil {
		if out, err := exec.Command(path, "--version").Output(); err == nil {
			v["Chromium"] = regexp.MustCompile(`[0-9][0-9.]+`).FindString(string(out))
		}
	}
	if version, err := program.Version(os.DirFS(root())); err == nil {
		v["Fenghui"] = version
	}
	var manifest struct{ DevDependencies map[string]string }
	if data, err := os.ReadFile("package.json"); err == nil && json.Unmarshal(data, &manifest) == nil {
		for name, version := range manifest.DevDependencies {
			v[name] = version
		}
	}
	return v
}
