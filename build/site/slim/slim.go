// Package slim takes out of scripts and styles what only their authors need:
// comments and white space. Names stay as written, so that an error in
// somebody's console can be read and found.
//
//	small, err := slim.File("app.js", source)
package slim

import (
	"fmt"
	"path"

	"github.com/evanw/esbuild/pkg/api"
)

// loaders say which files there is something to take out of.
var loaders = map[string]api.Loader{".js": api.LoaderJS, ".css": api.LoaderCSS}

// File returns a module or a style sheet without comments and white space, and
// any other file as it is. It fails with file and line on what is no valid
// script or style.
func File(name string, source []byte) ([]byte, error) {
	loader, ok := loaders[path.Ext(name)]
	if !ok {
		return source, nil
	}
	result := api.Transform(string(source), api.TransformOptions{
		Sourcefile:       name,
		Loader:           loader,
		Target:           api.ES2022,
		Charset:          api.CharsetUTF8,
		LegalComments:    api.LegalCommentsNone,
		MinifyWhitespace: true,
		MinifySyntax:     true,
	})
	if len(result.Errors) > 0 {
		e := result.Errors[0]
		if e.Location == nil {
			return nil, fmt.Errorf("slim: %s: %s", name, e.Text)
		}
		return nil, fmt.Errorf("slim: %s:%d: %s", name, e.Location.Line, e.Text)
	}
	return result.Code, nil
}
