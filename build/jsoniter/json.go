// Package jsoniter stands in for the module of that name: encoding/json behind
// the one variable that bleve's geo package asks of it.
//
// The program searches no shapes on a map, but the variable is made when it
// starts, so the linker keeps the whole module, which is a good 5 % of what a
// first visit fetches. The go.mod of the repository replaces the module by this
// one.
package jsoniter

import "encoding/json"

// API is what is asked of the module.
type API struct{}

// ConfigCompatibleWithStandardLibrary is the standard library.
var ConfigCompatibleWithStandardLibrary API

// Marshal is json.Marshal.
func (API) Marshal(v any) ([]byte, error) { return json.Marshal(v) }

// Unmarshal is json.Unmarshal.
func (API) Unmarshal(data []byte, v any) error { return json.Unmarshal(data, v) }
