package figure

import (
	"errors"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/quantity"
)

const toldWrong = "去年哈萨克斯坦与日本的贸易额约为20亿美元。"

func TestASetRightFigureSaysWhatTheReaderSays(t *testing.T) {
	f := lastFigure(extracted(toldWrong, corpus.Names()))
	for _, c := range []struct {
		Correction
		want string
	}{
		{Correction{}, "2000000000 USD about trade.turnover 哈萨克斯坦 日本 actual"},
		{Correction{Amount: "超过75亿欧元"}, "7500000000 EUR over trade.turnover 哈萨克斯坦 日本 actual"},
		{Correction{Amount: "30%到40%"}, "30 % range trade.turnover 哈萨克斯坦 日本 actual"},
		{Correction{Indicator: "哈萨克斯坦与俄罗斯贸易额"}, "2000000000 USD about trade.turnover 哈萨克斯坦 俄罗斯 actual"},
		{Correction{Indicator: "渔港名单"}, "2000000000 USD about  actual"},
		{Correction{Status: "target", Period: "2030"}, "2000000000 USD about trade.turnover 哈萨克斯坦 日本 2030 target"},
		{Correction{Misread: true, Amount: "1"}, "2000000000 USD about trade.turnover 哈萨克斯坦 日本 actual"},
	} {
		got, err := f.With(c.Correction, corpus.Names())
		words := []string{quantity.Decimal(got.Value), got.Unit, string(got.Bound), got.Measure}
		words = append(append(words, got.Parties...), got.Period, got.Status)
		if said := strings.ReplaceAll(strings.Join(words, " "), "  actual", " actual"); err != nil || said != c.want {
			t.Errorf("%+v: %q, %v; want %q", c.Correction, said, err, c.want)
		}
		if got.Quote != f.Quote || got.Corrected == nil || got.Corrected.Read.Unit != "USD" {
			t.Errorf("%+v: what was read is lost: %+v", c.Correction, got)
		}
	}
}

func TestWhatCannotBeReadSetsNothingRight(t *testing.T) {
	f := lastFigure(extracted(toldWrong, corpus.Names()))
	for c, want := range map[Correction]error{
		{Amount: "很多"}:                 ErrBadAmount,
		{Amount: "20亿美元和30亿美元"}:        ErrBadAmount,
		{Period: "去年"}:                 ErrBadPeriod,
		{Period: "2024-13"}:            ErrBadPeriod,
		{Period: "2025/2024"}:          ErrBadPeriod,
		{Status: "wish"}:               ErrBadStatus,
		{Amount: "3%", Status: "wish"}: ErrBadStatus,
	} {
		if _, err := f.With(c, corpus.Names()); !errors.Is(err, want) {
			t.Errorf("%+v: %v, want %v", c, err, want)
		}
	}
}

func TestToldPutsTheReadersWordsInPlace(t *testing.T) {
	f := lastFigure(extracted(toldWrong, corpus.Names()))
	set, err := f.With(Correction{Amount: "超过75亿欧元"}, corpus.Names())
	told := set.Told()
	if core := told.Quote[told.Core.Start-told.Span.Start : told.Core.End-told.Span.Start]; err != nil || told.Quote != "超过75亿欧元" || core != "75亿欧元" {
		t.Errorf("%q, %q, %v", told.Quote, core, err)
	}
	if same := f.Told(); same.Quote != f.Quote || same.Core != f.Core {
		t.Errorf("one that was not set right became %+v", same)
	}
}
