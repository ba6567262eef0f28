package export

// field is the type of a field of an index, with its parameters.
type field map[string]any

// keywordLimit is the longest keyword that fits into Lucene's 32,766 bytes,
// whatever its characters. A longer value is stored and shown, but cannot be
// found as a whole.
const keywordLimit = 8191

var (
	asKeyword = field{"type": "keyword", "ignore_above": keywordLimit}
	asShown   = field{"type": "keyword", "index": false, "doc_values": false}
	asInteger = field{"type": "integer"}
	asDouble  = field{"type": "double"}
	asBoolean = field{"type": "boolean"}
	asDay     = field{"type": "date", "format": "strict_date||strict_year_month||strict_year", "ignore_malformed": true} // as sources say it
	asText    = field{"type": "text", "analyzer": "chinese_stored", "search_analyzer": "chinese_asked"}
	asName    = field{"type": "text", "analyzer": "chinese_stored", "search_analyzer": "chinese_asked",
		"fields": map[string]field{"whole": asKeyword}}
)

// passageFields are the fields of Passage, and its figures.
var passageFields = map[string]field{
	"id": asKeyword, "document": asKeyword, "passage": asInteger, "passage_kind": asKeyword,
	"text": asText, "section": asName, "ref": asShown, "category": asKeyword,
	"document_kind": asKeyword, "name": asKeyword, "title": asName, "event": asName, "organisation": asKeyword,
	"format": asKeyword, "date": asDay, "date_from": asKeyword, "city": asKeyword, "country": asKeyword, "host": asKeyword,
	"document_speaker": asKeyword, "participants": asKeyword, "topics": asKeyword,
	"source": asKeyword, "source_link": asShown, "source_date": asDay, "sources": asShown,
	"figures": {"type": "nested", "dynamic": "strict", "properties": figureFields},
}

// figureFields are the fields of Telling, and its ranges.
var figureFields = map[string]field{
	"ordinal": asInteger, "quote": asShown, "quote_start": asInteger, "quote_end": asInteger, "kind": asKeyword,
	"value": asKeyword, "value_double": asDouble, "value_ratio": asShown, "value_max": asKeyword, "value_max_double": asDouble,
	"unit": asKeyword, "said": asKeyword, "counted": asKeyword, "per": asKeyword, "bound": asKeyword,
	"low": asDouble, "high": asDouble, "low_open": asBoolean, "high_open": asBoolean, "interval": {"type": "double_range"},
	"direction": asKeyword, "reading": asKeyword, "factor_by": asKeyword, "factor_to": asKeyword,
	"indicator": asName, "measure": asKeyword, "parties": asKeyword, "scope": asKeyword,
	"period": asKeyword, "period_start": asDay, "period_end": asDay, "period_from": asKeyword,
	"days":     {"type": "date_range", "format": "strict_date"},
	"inferred": asBoolean, "open": asBoolean, "status": asKeyword, "speaker": asKeyword, "speech": asKeyword,
	"sentence": asShown, "why": asShown,
}
