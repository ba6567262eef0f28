package engine

import (
	"encoding/json"
	"reflect"
	"testing"
)

// Who asks for some hits early gets them in one event, and then all the rest; put
// together it is what anybody else gets at once. Where nothing is found there is
// nothing to tell early.
func TestHitsComeBeforeTheyAreCounted(t *testing.T) {
	e := opened(t)
	for query, events := range map[string]int{"贸易额": 1, "国家:日本": 1, "-贸易": 1, `"没有人说过这句话哦"`: 0, `"中间走廊 没有人说过`: 1} {
		whole := ask[SearchAnswer](t, e, OpSearch, SearchArgs{Query: query, Limit: 3})
		var early []SearchAnswer
		request, _ := json.Marshal(Request{ID: 7, Op: OpSearch, Args: SearchArgs{Query: query, Limit: 3, Early: 2}})
		var rest struct{ Result SearchAnswer }
		response := e.Handle(t.Context(), request, func(event []byte) {
			var told Event
			if err := json.Unmarshal(event, &told); err != nil || told.ID != 7 || told.Hits == nil {
				t.Fatalf("%s: %v: %s", query, err, event)
			}
			early = append(early, *told.Hits)
		})
		if err := json.Unmarshal(response, &rest); err != nil {
			t.Fatal(err)
		}
		if len(early) != events {
			t.Errorf("%s: %d events, want %d", query, len(early), events)
			continue
		}
		got := rest.Result
		if events > 0 {
			if n := len(early[0].Groups); n > 2 || n < min(2, len(whole.Groups)) || !reflect.DeepEqual(early[0].Facets, HitFacets{}) {
				t.Errorf("%s: %d groups are told early, or they are counted", query, n)
			}
			got.Groups = append(early[0].Groups, got.Groups...)
		}
		if !reflect.DeepEqual(got.Facets.Dates, whole.Facets.Dates) || events > 0 && len(got.Facets.Dates) == 0 {
			t.Errorf("%s: counted as %v, want %v", query, got.Facets.Dates, whole.Facets.Dates)
		}
		got.Facets, whole.Facets = HitFacets{}, HitFacets{} // names are read by each answer, so that the next may count more
		if !reflect.DeepEqual(got, whole) {
			t.Errorf("%s: put together it is another answer", query)
		}
	}
}

// A quotation that was never closed and is found as it stands stays a quotation,
// told early or not.
func TestTellingHitsEarlyLeavesTheQueryAsItIs(t *testing.T) {
	e := opened(t)
	for _, early := range []int{0, 2} {
		if got := ask[SearchAnswer](t, e, OpSearch, SearchArgs{Query: `"中间走廊`, Limit: 3, Early: early}); got.Query != `"中间走廊"` || got.Passages == 0 {
			t.Errorf("early %d: %d passages for %s", early, got.Passages, got.Query)
		}
	}
}
