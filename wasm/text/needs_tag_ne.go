//go:build !ne

package text

// Without the build tag ne, gse embeds 32 MB of dictionaries that nothing
// here uses. This line stops such a build with a name that says so.
var _ = build_with_tags_ne__else_gse_embeds_32_MB_of_dictionaries
