package engines

import "testing"

func TestTheTableTellsWhatFailedAndWhatCannotBeHad(t *testing.T) {
	table := Table{Scenarios: []string{"start", "offline"}, Columns: []Column{
		{"First 1", []Cell{{Told: "0.4 s"}, {Told: "1.0 s"}}},
		{"Second 2", []Cell{{Failed: true, Told: "no answer"}, {Without: true, Told: "no service worker"}}},
	}}
	want := "scenario  First 1   Second 2\n" +
		"start     ok 0.4 s  FAILED\n" +
		"offline   ok 1.0 s  –\n" +
		"Second 2, start: no answer\n" +
		"Second 2, offline: no service worker\n"
	if got := table.String(); got != want {
		t.Errorf("got\n%s", got)
	}
	if passed, failed, without := table.Count(); passed != 2 || failed != 1 || without != 1 {
		t.Errorf("%d passed, %d failed, %d not to be had", passed, failed, without)
	}
}
