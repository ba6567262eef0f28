package bundle

import "github.com/evanw/esbuild/pkg/api"

// Script returns a script that is joined with no other without what only its
// authors need: comments and white space.
func Script(name string, source []byte) ([]byte, error) {
	result := api.Transform(string(source), api.TransformOptions{
		Sourcefile:       name,
		Loader:           api.LoaderJS,
		Target:           api.ES2022,
		Charset:          api.CharsetUTF8,
		LegalComments:    api.LegalCommentsNone,
		MinifyWhitespace: true,
		MinifySyntax:     true,
	})
	if len(result.Errors) > 0 {
		return nil, tell(result.Errors[0])
	}
	return result.Code, nil
}
