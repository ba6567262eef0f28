package correction

import (
	"encoding/json"
	"reflect"
	"testing"

	"fenghui/wasm/figure"
)

func said(quote, amount string) Correction {
	return Correction{Quote: quote, Correction: figure.Correction{Amount: amount}}
}

func TestARecordIsOfTheDocumentOfItsKey(t *testing.T) {
	want := Record{Of: "a-1", Title: "港口", List: []Correction{said("70亿吨", "80亿吨")}}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Decode(Key("a-1"), data); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	for key, data := range map[string]string{Key("a-2"): string(data), Key(""): `{"of":""}`, Key("a-1"): "nonsense"} {
		if got, err := Decode(key, []byte(data)); err == nil {
			t.Errorf("%s: %+v", key, got)
		}
	}
}

func TestWhatIsSaidNowReplacesWhatWasSaidOfTheSameFigure(t *testing.T) {
	r := Record{List: []Correction{said("70亿吨", "80亿吨"), said("3%", "4%")}}
	r.Replace([]Correction{{Quote: "70亿吨"}}, []Correction{said("70亿吨", "90亿吨")})
	if want := []Correction{said("3%", "4%"), said("70亿吨", "90亿吨")}; !reflect.DeepEqual(r.List, want) {
		t.Errorf("%+v", r.List)
	}
	r.Replace(r.List, nil)
	if len(r.List) != 0 {
		t.Errorf("left are %+v", r.List)
	}
}

func TestWhatIsSaidHereOfAFigureStays(t *testing.T) {
	here, elsewhere := []Correction{said("3%", "4%")}, []Correction{said("3%", "5%"), said("70亿吨", "80亿吨")}
	if got, want := Join(here, elsewhere), []Correction{said("3%", "4%"), said("70亿吨", "80亿吨")}; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}
