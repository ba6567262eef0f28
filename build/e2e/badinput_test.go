package e2e_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

// badInputs are what a reader may bring by mistake or somebody else by intent.
// Each is brought together with an article, which is added all the same.
var badInputs = []struct {
	what string
	from func(*testing.T) []file
	want []string // what becomes of them
	told []string // keys of words
}{
	{"a zip bomb", func(t *testing.T) []file {
		return []file{inBytes("bomb.zip", zipped(t, "tight.txt", strings.Repeat("港", 1<<20), "large.txt", strings.Repeat("a", 9<<20)))}
	}, []string{"refused tight.txt", "refused large.txt"}, []string{"refused.zip-ratio", "refused.too-large"}},
	{"a zip that lies about its sizes", func(t *testing.T) []file {
		return []file{inBytes("liar.zip", liar(t))}
	}, []string{"refused liar.txt"}, []string{"refused.too-large"}},
	{"a .docx that is a bomb", func(t *testing.T) []file {
		return []file{inBytes("bomb.docx", zipped(t, "word/document.xml", strings.Repeat("<w:p/>", 2<<20)))}
	}, []string{"refused bomb.docx"}, []string{"refused.too-large"}},
	{"nested zips", func(t *testing.T) []file {
		inner := zipped(t, "a.txt", "港口", "b.zip", "PK")
		return []file{inBytes("outer.zip", zipped(t, "inner.zip", string(inner), "inner.docx", string(inner)))}
	}, []string{"refused inner.zip", "refused inner.docx"}, []string{"refused.nested"}},
	{"a damaged zip", func(t *testing.T) []file {
		whole := zipped(t, "a.txt", "港口已经扩建。")
		whole[36] ^= 0xff // of the text
		return []file{inBytes("damaged.zip", whole), inBytes("short.zip", whole[:20])}
	}, []string{"refused a.txt", "refused short.zip"}, []string{"refused.zip-damaged"}},
	{"names with path tricks", func(t *testing.T) []file {
		return []file{inBytes("paths.zip", zipped(t, "../../etc/一.txt", "第一个码头已经扩建。", `C:\temp\二.txt`, "第二个码头已经扩建。", "三\u202etxt.exe.txt", "第三个码头已经扩建。", "<img src=x onerror=ran=1>.txt", "第四个码头已经扩建。"))}
	}, []string{"added 一.txt", "added 二.txt", "added 三txt.exe.txt", "added <img src=x onerror=ran=1>.txt"}, []string{"remark.name-cleaned"}},
	{"a page with scripts and styles", func(*testing.T) []file {
		return []file{{name: "scripts.html", text: `<!doctype html><html><head><title>渔港</title><script>ran = 1</script><style>body { display: none } p::before { content: "style" }</style></head>` +
			`<body onload="ran = 2"><article><p>渔港的<img src=x onerror="ran = 3">新泊位已经启用。</p><svg onload="ran = 4"><script>ran = 5</script></svg>` +
			`<iframe srcdoc="<script>parent.ran = 6</script>"></iframe><p><a href="javascript:ran = 7">船期</a>不变。</p></article><!-- ran = 8 --></body></html>`}}
	}, []string{"added scripts.html"}, nil},
	{"wrong dates", func(*testing.T) []file {
		dates := []string{"2024-02-30", "2024-13-01", "0000-00-00", "30.02.2024", "不详"}
		var files []file
		for n, date := range dates {
			files = append(files, file{name: fmt.Sprintf("date-%d.txt", n), text: fmt.Sprintf("date: %s\n第%d号简报\n第%d号码头的泊位已经启用。\n", date, n, n)})
		}
		return files
	}, []string{"added date-0.txt", "added date-1.txt", "added date-2.txt", "added date-3.txt", "added date-4.txt"}, []string{"remark.bad-date"}},
	{"what is no text", func(*testing.T) []file {
		return []file{{name: "empty.txt", text: " \n"}, {name: "photo.txt", bytes: "new Uint8Array([137,80,78,71,13,10,26,10,0,0,0,13])"}, {name: "huge.txt", bytes: "new Uint8Array(50 << 20)"},
			{name: "paper.txt", text: "%PDF-1.7 港口"}, {name: "paper.doc", bytes: "new Uint8Array([0xd0,0xcf,0x11,0xe0,1,2])"}, {name: "odd.txt", bytes: "new Uint8Array([0xff,0xff,0xff,0x80])"}}
	}, []string{"refused empty.txt", "refused photo.txt", "refused huge.txt", "refused paper.txt", "refused paper.doc", "refused odd.txt"},
		[]string{"refused.empty", "refused.binary", "refused.too-large", "refused.other-format", "refused.undecodable"}},
	{"an exported library", func(*testing.T) []file {
		return []file{{name: "a.fenghui", text: strings.Repeat("0", 64) + ` {"fenghui":"library","version":1,"records":0}`}}
	}, []string{"refused a.fenghui"}, []string{"refused.export"}},
}

// liar is a zip with an entry that inflates to more than it says.
func liar(t *testing.T) []byte {
	t.Helper()
	var packed, file bytes.Buffer
	data := strings.Repeat("a", 9<<20)
	w, _ := flate.NewWriter(&packed, flate.BestCompression)
	io.WriteString(w, data)
	w.Close()
	archive := zip.NewWriter(&file)
	raw, err := archive.CreateRaw(&zip.FileHeader{Name: "liar.txt", Method: zip.Deflate, CRC32: crc32.ChecksumIEEE([]byte(data)), CompressedSize64: uint64(packed.Len()), UncompressedSize64: 10})
	if err == nil {
		_, err = raw.Write(packed.Bytes())
	}
	if err == nil {
		err = archive.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestBadInput(t *testing.T) {
	t.Parallel()
	x := explore(t)
	var table strings.Builder
	documents := records()
	for n, bad := range badInputs {
		passed := t.Run(bad.what, func(t *testing.T) {
			got := x.drop(append(bad.from(t), article(500+n))...)
			if want := append(slices.Clone(bad.want), fmt.Sprintf("added ocean-%d.txt", 500+n)); !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
			told := x.Text(".import-results")
			for _, key := range bad.told {
				if !strings.Contains(told, word(t, "zh", key)) {
					t.Errorf("not told: %s\n%s", word(t, "zh", key), told)
				}
			}
			documents += strings.Count(strings.Join(got, "\n"), "added ")
			if l := len(x.listed()); l != documents {
				t.Errorf("%d documents, want %d", l, documents)
			}
		})
		fmt.Fprintf(&table, "%s  %s\n", map[bool]string{true: "pass", false: "FAIL"}[passed], bad.what)
	}
	for _, unseen := range []string{"ran = 1", "display: none", "srcdoc"} {
		if hits := x.search(`"` + unseen + `"`); len(hits) > 0 {
			t.Errorf("what no reader of a page sees is found: %s", hits[0].Text)
		}
	}
	if ran := e2e.Eval[string](x.Page, "typeof ran"); ran != "undefined" {
		t.Errorf("a script ran: %s", ran)
	}
	t.Logf("bad input, each refused or cleaned with a message per file while the rest goes on:\n%s", table.String())
}
