package protocol

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// declarations is what a page needs to know of a protocol.
type declarations struct {
	version    string // number, as written
	versionDoc string
	opDoc      string
	ops        []constant
	errorDoc   string
	errors     []constant
	structs    []structure
}

// constant is one name of a list: OpHello = "hello" becomes hello: "hello".
type constant struct{ name, value, doc string }

// structure is one message or a part of one.
type structure struct {
	name, doc string
	fields    []field
}

type field struct {
	name, typ, doc string
	optional       bool
}

// reader collects declarations. Types of other packages that a message holds
// (scene.Node) are looked up there and listed after the protocol's own.
type reader struct {
	repository fs.FS
	files      *token.FileSet
	packages   map[string]*source // by import path
	out        declarations
	listed     map[string]*ast.TypeSpec // structs written or about to be, by name
	waiting    []declared
}

func read(repository fs.FS, name string) (*declarations, error) {
	r := reader{
		repository: repository, files: token.NewFileSet(),
		packages: map[string]*source{}, listed: map[string]*ast.TypeSpec{},
	}
	files, err := r.parts(name)
	if err != nil {
		return nil, err
	}
	own := newSource(files...)
	for _, file := range files {
		for _, g := range groups(file) {
			if err := r.constants(g); err != nil {
				return nil, err
			}
		}
	}
	for _, d := range own.inOrder {
		if _, err := r.resolve(d); err != nil {
			return nil, err
		}
	}
	r.out.opDoc = own.types["Op"].doc()
	if r.out.version == "" {
		return nil, fmt.Errorf("protocol: %s: no constant ProtocolVersion", name)
	}
	return &r.out, r.structures()
}

// parts are the protocol's files: protocol.go, then by their names those that
// continue it (protocol_search.go).
func (r *reader) parts(name string) ([]*ast.File, error) {
	more, err := fs.Glob(r.repository, strings.TrimSuffix(name, ".go")+"_*.go")
	if err != nil {
		return nil, fmt.Errorf("protocol: %w", err)
	}
	return r.parse(append([]string{name}, more...))
}

// parse reads files, but for those of tests.
func (r *reader) parse(names []string) ([]*ast.File, error) {
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := r.parseFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

func (r *reader) parseFile(name string) (*ast.File, error) {
	text, err := fs.ReadFile(r.repository, name)
	if err != nil {
		return nil, fmt.Errorf("protocol: %w", err)
	}
	file, err := parser.ParseFile(r.files, name, text, parser.ParseComments)
	if err != nil {
		return nil, fmt.Errorf("protocol: %w", err)
	}
	return file, nil
}

// constants takes ProtocolVersion, Op… and Err…; other constants stay in Go.
func (r *reader) constants(g *ast.GenDecl) error {
	for _, spec := range g.Specs {
		v, ok := spec.(*ast.ValueSpec)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for i, name := range v.Names {
			if i >= len(v.Values) {
				continue
			}
			if err := r.constant(g, v, name.Name, v.Values[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *reader) constant(g *ast.GenDecl, v *ast.ValueSpec, name string, value ast.Expr) error {
	typ, _ := v.Type.(*ast.Ident)
	isOp := typ != nil && typ.Name == "Op"
	isErr := strings.HasPrefix(name, "Err")
	if name != "ProtocolVersion" && !isOp && !isErr {
		return nil
	}
	literal, ok := value.(*ast.BasicLit)
	if !ok {
		return r.fail(value, "%s is not a plain value", name)
	}
	if name == "ProtocolVersion" {
		r.out.version, r.out.versionDoc = literal.Value, docOf(v.Doc, g)
		return nil
	}
	text, err := strconv.Unquote(literal.Value)
	if err != nil || literal.Kind != token.STRING {
		return r.fail(value, "%s is not a string", name)
	}
	c := constant{value: text, doc: join(v.Doc, v.Comment)}
	if isOp {
		c.name = lowerFirst(strings.TrimPrefix(name, "Op"))
		r.out.ops = append(r.out.ops, c)
		return nil
	}
	c.name = lowerFirst(strings.TrimPrefix(name, "Err"))
	r.out.errors, r.out.errorDoc = append(r.out.errors, c), docOf(nil, g)
	return nil
}

// structures reads the structs found so far and those found on the way.
func (r *reader) structures() error {
	for len(r.waiting) > 0 {
		d := r.waiting[0]
		r.waiting = r.waiting[1:]
		s := structure{name: d.spec.Name.Name, doc: d.doc()}
		for _, f := range d.spec.Type.(*ast.StructType).Fields.List {
			made, err := r.field(d, f)
			if err != nil {
				return err
			}
			s.fields = append(s.fields, made...)
		}
		r.out.structs = append(r.out.structs, s)
	}
	return nil
}

// field reads one line of a struct. A field that JSON would name by accident
// (no tag) is a mistake in a protocol.
func (r *reader) field(in declared, f *ast.Field) ([]field, error) {
	if len(f.Names) != 1 {
		return nil, r.fail(f, "one named field a line, please")
	}
	if f.Tag == nil {
		return nil, r.fail(f, "%s has no json name", f.Names[0].Name)
	}
	tag, err := strconv.Unquote(f.Tag.Value)
	if err != nil {
		return nil, r.fail(f, "%s: %v", f.Names[0].Name, err)
	}
	name, options, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
	switch name {
	case "-":
		return nil, nil
	case "":
		return nil, r.fail(f, "%s has no json name", f.Names[0].Name)
	}
	typ, err := r.typeName(in, f.Type)
	if err != nil {
		return nil, err
	}
	optional := strings.Contains(","+options+",", ",omitempty,")
	return []field{{name: name, typ: typ, doc: join(f.Doc, f.Comment), optional: optional}}, nil
}

func (r *reader) fail(at ast.Node, format string, args ...any) error {
	p := r.files.Position(at.Pos())
	return fmt.Errorf("protocol: %s:%d: %s", p.Filename, p.Line, fmt.Sprintf(format, args...))
}

// docOf is the comment of a declaration, or of the group it stands alone in.
func docOf(own *ast.CommentGroup, g *ast.GenDecl) string {
	if own != nil {
		return strings.TrimSpace(own.Text())
	}
	return strings.TrimSpace(g.Doc.Text())
}

// join puts a comment above and one at the end of the line together.
func join(above, beside *ast.CommentGroup) string {
	return strings.TrimSpace(strings.TrimSpace(above.Text()) + " " + strings.TrimSpace(beside.Text()))
}

func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}
