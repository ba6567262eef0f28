package protocol

import (
	"fmt"
	"go/ast"
	"go/token"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// module is what import paths of our own packages begin with.
const module = "fenghui/"

// basic maps Go's types to the page's, as encoding/json writes them.
var basic = map[string]string{
	"string": "string", "bool": "boolean", "any": "*",
	"int": "number", "int32": "number", "int64": "number", "uint32": "number", "float64": "number",
}

// source is the types of a package, or of the protocol's files.
type source struct {
	types   map[string]declared
	inOrder []declared
}

// declared is a type where it was found.
type declared struct {
	spec  *ast.TypeSpec
	group *ast.GenDecl
	file  *ast.File
	home  *source
}

func (d declared) doc() string {
	if d.spec == nil {
		return ""
	}
	return docOf(d.spec.Doc, d.group)
}

func newSource(files ...*ast.File) *source {
	s := &source{types: map[string]declared{}}
	for _, file := range files {
		for _, g := range groups(file) {
			for _, spec := range g.Specs {
				if t, ok := spec.(*ast.TypeSpec); ok {
					d := declared{t, g, file, s}
					s.types[t.Name.Name] = d
					s.inOrder = append(s.inOrder, d)
				}
			}
		}
	}
	return s
}

func groups(file *ast.File) []*ast.GenDecl {
	var all []*ast.GenDecl
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && (g.Tok == token.CONST || g.Tok == token.TYPE) {
			all = append(all, g)
		}
	}
	return all
}

// typeName is the JSDoc name of a Go type used in the declaration in.
func (r *reader) typeName(in declared, e ast.Expr) (string, error) {
	switch t := e.(type) {
	case *ast.Ident:
		if name, ok := basic[t.Name]; ok {
			return name, nil
		}
		if d, ok := in.home.types[t.Name]; ok {
			return r.resolve(d)
		}
	case *ast.SelectorExpr:
		return r.foreign(in, t)
	case *ast.StarExpr:
		name, err := r.typeName(in, t.X)
		return "(" + name + " | null)", err
	case *ast.ArrayType:
		name, err := r.typeName(in, t.Elt)
		return name + "[]", err
	case *ast.MapType:
		return r.mapName(in, t)
	}
	return "", r.noCounterpart(e)
}

func (r *reader) noCounterpart(e ast.Expr) error {
	return r.fail(e, "a type that has no counterpart in the page")
}

func (r *reader) mapName(in declared, t *ast.MapType) (string, error) {
	key, err := r.typeName(in, t.Key)
	if err != nil {
		return "", err
	}
	if key != "string" {
		return "", r.fail(t, "a map needs string keys")
	}
	value, err := r.typeName(in, t.Value)
	return "Object<string, " + value + ">", err
}

// resolve names a declared type: a named string is a string to the page, a
// struct becomes a type of its own.
func (r *reader) resolve(d declared) (string, error) {
	name := d.spec.Name.Name
	switch under := d.spec.Type.(type) {
	case *ast.Ident:
		if under.Name == "string" {
			return "string", nil
		}
	case *ast.StructType:
		switch r.listed[name] {
		case nil:
			r.listed[name] = d.spec
			r.waiting = append(r.waiting, d)
			return name, nil
		case d.spec:
			return name, nil
		}
		return "", r.fail(d.spec, "two different types %s", name)
	}
	return "", r.noCounterpart(d.spec.Type)
}

// foreign resolves a type of another package of ours.
func (r *reader) foreign(in declared, t *ast.SelectorExpr) (string, error) {
	pkg, ok := t.X.(*ast.Ident)
	if !ok {
		return "", r.noCounterpart(t)
	}
	dir, ok := strings.CutPrefix(importPath(in.file, pkg.Name), module)
	if !ok {
		return "", r.noCounterpart(t)
	}
	s, err := r.load(dir)
	if err != nil {
		return "", err
	}
	d, ok := s.types[t.Sel.Name]
	if !ok {
		return "", r.fail(t, "no type %s in %s", t.Sel.Name, dir)
	}
	return r.resolve(d)
}

// importPath finds what a file imports under a name.
func importPath(file *ast.File, name string) string {
	for _, i := range file.Imports {
		p, _ := strconv.Unquote(i.Path.Value) // the parser accepted it
		if i.Name != nil && i.Name.Name == name || i.Name == nil && path.Base(p) == name {
			return p
		}
	}
	return ""
}

// load reads the types of a package once.
func (r *reader) load(dir string) (*source, error) {
	if s, ok := r.packages[dir]; ok {
		return s, nil
	}
	names, err := fs.Glob(r.repository, dir+"/*.go")
	if err != nil {
		return nil, fmt.Errorf("protocol: %w", err)
	}
	files, err := r.parse(names)
	if err != nil {
		return nil, err
	}
	r.packages[dir] = newSource(files...)
	return r.packages[dir], nil
}
