package e2e_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"
)

// faults are what may go wrong around a library, each caused for real, with
// what the reader then sees and what becomes of the data.
var faults = []struct {
	fault, holds string
	tests        map[string]func(*testing.T)
}{
	{"IndexedDB absent, blocked or refused", "works from memory and says so; what is imported can be exported", map[string]func(*testing.T){
		"taken away": whereNothingIsKept, "a frame without an origin, or none": withoutIndexedDBTheStoreSaysSo}},
	{"a stored chunk changed or gone", "made good in silence; a damaged article is named, takes no other with it, can be removed", map[string]func(*testing.T){
		"chunks and heads": damagedPartsOfTheStoreAreMadeGood, "manifest": aDamagedManifestIsMadeGood, "article": aDamagedArticleIsNamedAndTakesNoOtherWithIt,
		"article removed": aDamagedArticleCanBeRemoved, "files of the browser": aLostFileOfTheBrowserIsADamagedRecord}},
	{"no room left", "told with the sizes; nothing half-written, all of before stays", map[string]func(*testing.T){
		"the store": aFullStoreKeepsWhatItHas, "large articles": aFullStoreRefusesByNameAndKeepsTheRest, "the page": anImportThatHasNoRoomIsRefused}},
	{"the browser killed while importing", "all or nothing of each article, and no orphans after the next start", map[string]func(*testing.T){
		"the store": aKilledImportHasAllOrNothing, "a blob": aKilledWritingLeavesNoOrphans, "the page": killedWhileImporting}},
	{"two tabs at once", "no work of either is lost", map[string]func(*testing.T){
		"the store": twoTabsDoNotLoseEachOthersWork, "importing": twoTabsImportAtOnce, "amending": twoTabsAmendTheSameArticle}},
	{"an earlier version open in another tab", "the new one starts within 3 s, nothing lost", map[string]func(*testing.T){
		"the store": anEarlierVersionInAnotherTabHoldsNothingUp}},
	{"a bad pack", "built on the device, and the reader told", map[string]func(*testing.T){"five ways": aBadPackIsBuiltOnTheDevice}},
	{"no documents", "what the program carries is searched, the reader told that it is not all, and the rest there next time", map[string]func(*testing.T){"the page": withoutDocumentsAFewRecordsStandIn}},
	{"a frame without allow-same-origin", "works from memory if the host lets scripts through; else the overview stays and says why", map[string]func(*testing.T){
		"sandboxed": inASandboxedFrame}},
	{"no worker", "works in the page, in slices", map[string]func(*testing.T){"two ways": withoutAThreadOfItsOwn}},
	{"no WebAssembly", "the overview stays and a sentence says what is missing", map[string]func(*testing.T){"two ways": withoutWebAssemblyTheOverviewStays}},
	{"the program crashed", "told, started again, every promise settled", map[string]func(*testing.T){"told by its thread": aCrashIsToldAndTheProgramStartsAgain, "a trap in it": aTrapInTheProgramFailsWhatIsAsked}},
}

func TestFaults(t *testing.T) {
	t.Parallel()
	said := make([]string, len(faults))
	t.Cleanup(func() {
		var table strings.Builder
		for i, f := range faults {
			fmt.Fprintf(&table, "%-13s  %-40s %s\n", cmp.Or(said[i], "not asked for"), f.fault, f.holds)
		}
		t.Logf("what must hold:\n%s", table.String())
	})
	for i, f := range faults {
		t.Run(f.fault, func(t *testing.T) {
			t.Parallel()
			said[i] = "pass"
			for name, test := range f.tests {
				if !t.Run(name, test) {
					said[i] = "FAIL: " + name
				}
			}
		})
	}
}
