package hosting

import (
	"embed"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

//go:embed portal
var portalFiles embed.FS

// Portal serves an example page of another site under a path of its own, like
// "/news/", with explorers in it and the site in its folder fenghui/. Its
// policy is as strict as the site's.
func Portal(dir, prefix string) http.Handler {
	at := Site{Prefix: prefix}.Path()
	inside := Site{Dir: dir, Prefix: at + "fenghui/"}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, ok := strings.CutPrefix(r.URL.Path, at)
		if strings.HasPrefix(name, "fenghui/") {
			inside.ServeHTTP(w, r)
			return
		}
		if name == "" {
			name = indexFile
		}
		data, err := fs.ReadFile(portalFiles, path.Join("portal", name))
		if !ok || err != nil {
			notFound(w)
			return
		}
		inside.setHeaders(w.Header())
		w.Header().Set("Content-Type", contentType(name))
		w.Header().Set("Cache-Control", "no-cache")
		w.Write(data)
	})
}
