package input

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"fenghui/build/filetest"
	"fenghui/corpus"
)

// sentence is long enough for the page to judge an encoding by it.
const sentence = "会议的成果是：各方同意在明年以前把铁路运量提高到一千万吨，并为此成立工作组，由主席国主持，地点为首都，时间在春季。"

func TestDecode(t *testing.T) {
	gb, _ := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(sentence))
	little, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(sentence + "𠮷"))
	big, _ := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(sentence))
	unmarked, _ := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte("2024年" + sentence))
	damaged := append(bytes.Repeat(gb, 3), 0xff, '\n')
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"UTF-8", []byte(sentence), sentence},
		{"UTF-8 with a mark", []byte("\xef\xbb\xbf" + sentence), sentence},
		{"Russian in UTF-8", []byte("Товарооборот вырос."), "Товарооборот вырос."},
		{"UTF-16, little end first, beyond the first plane", little, sentence + "𠮷"},
		{"UTF-16, big end first", big, sentence},
		{"UTF-16 without a mark", unmarked, "2024年" + sentence},
		{"GB18030", gb, sentence},
		{"GB18030 with a byte that is damaged", damaged, strings.Repeat(sentence, 3) + "\uFFFD\n"},
		{"GB18030 with figures and Latin words", mixed(t), "2025年SCO峰会：贸易额约为512亿美元，同比增长8%。"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Decode("a.txt", c.data)
			if err != nil || got != c.want {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}

func mixed(t *testing.T) []byte {
	t.Helper()
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("2025年SCO峰会：贸易额约为512亿美元，同比增长8%。"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestDecodeRefuses(t *testing.T) {
	big5, _ := traditionalchinese.Big5.NewEncoder().Bytes([]byte(strings.Repeat("會議的成果是各方同意把鐵路運量提高並為此成立工作組", 3)))
	kr, _ := korean.EUCKR.NewEncoder().Bytes([]byte(strings.Repeat("정상회의에서 각국은 무역을 늘리기로 합의했다. ", 3)))
	jp, _ := japanese.EUCJP.NewEncoder().Bytes([]byte(strings.Repeat("首脳会議で各国は貿易の拡大に合意しました。", 3)))
	for _, c := range []struct {
		name   string
		data   []byte
		reason string
	}{
		{"nothing", nil, corpus.Empty},
		{"only blanks", []byte(" \n\t"), corpus.Empty},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00"), corpus.Undecodable},
		{"a PDF by another name", []byte("%PDF-1.7\n1 0 obj"), corpus.Undecodable},
		{"a page saved as one file", []byte("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n=E4"), corpus.Undecodable},
		{"another page saved as one file", []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n=E4"), corpus.Undecodable},
		{"RTF", []byte(`{\rtf1\ansi 100}`), corpus.Undecodable},
		{"zero bytes in ASCII", []byte("abc\x00\x00\x00def"), corpus.Binary},
		{"half a UTF-16 unit", []byte("\xff\xfea\x00b"), corpus.Undecodable},
		{"half a UTF-16 pair", []byte("\xff\xfe\x00\xd8"), corpus.Undecodable},
		{"a UTF-16 pair the wrong way round", []byte("\xff\xfe\x00\xdc\x00\xd8"), corpus.Undecodable},
		{"Big5", big5, corpus.Undecodable},
		{"EUC-KR", kr, corpus.Undecodable},
		{"EUC-JP", jp, corpus.Undecodable},
		{"Latin-1", []byte("D\xe9claration des chefs d'\xc9tat, \xe0 Astana"), corpus.Undecodable},
		{"a byte more than 8 MB", bytes.Repeat([]byte("a"), corpus.MaxArticleBytes+1), corpus.TooLarge},
		{"50 MB", bytes.Repeat([]byte("a"), 50<<20), corpus.TooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Decode("photo.txt", c.data)
			var refused *corpus.RefusedError
			if !errors.As(err, &refused) {
				t.Fatalf("got %v, want a refusal", err)
			}
			if refused.Reason != c.reason || refused.Name != "photo.txt" {
				t.Errorf("got %v, want reason %s", refused, c.reason)
			}
		})
	}
}

func TestAFileOf8MBIsRead(t *testing.T) {
	const line = "会议的成果是各方同意提高运量。\n\n"
	data := []byte(strings.Repeat(line, corpus.MaxArticleBytes/len(line)))
	data = append(data, bytes.Repeat([]byte("\n"), corpus.MaxArticleBytes-len(data))...)
	if text, err := Decode("large.txt", data); err != nil || len(text) != len(data) {
		t.Errorf("%d of %d bytes, %v", len(text), len(data), err)
	}
}

// The page reads the same files by the same rule; at least the table is one.
func TestPageKnowsTheSameCharacters(t *testing.T) {
	page, err := os.ReadFile("../../web/import/decode.js")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(page, []byte("["+common+"]")) {
		t.Errorf("web/import/decode.js does not hold the frequent characters of build/input: %s", common)
	}
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	gb, _ := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(sentence))
	filetest.WriteAll(t, dir, map[string]string{
		"good.txt": "铁路大会\n\n" + sentence, "deep/gb.txt": string(gb),
		"photo.txt": "\x89PNG\r\n\x1a\n\x00\xff", "notes.doc": "not asked for",
	})
	docs, err := Folder(dir)
	if len(docs) != 2 {
		t.Errorf("got %d documents, want 2", len(docs))
	}
	if err == nil || !strings.Contains(err.Error(), "photo.txt") || strings.Contains(err.Error(), "notes.doc") {
		t.Errorf("got error %v, want one that names photo.txt", err)
	}
}

func TestFolderThatIsNone(t *testing.T) {
	file := filetest.Write(t, t.TempDir(), "a.txt", sentence)
	for _, dir := range []string{file, file + "-missing"} {
		if _, err := Folder(dir); err == nil || !strings.Contains(err.Error(), dir) {
			t.Errorf("%s: got %v", dir, err)
		}
	}
}

// docx is a .docx file with that document in it.
func docx(t *testing.T, name, document string) []byte {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	w, err := archive.Create(name)
	if err == nil {
		_, err = w.Write([]byte(document))
	}
	if err = errors.Join(err, archive.Close()); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestDecodeOfMarkup(t *testing.T) {
	const paragraph = `<w:document><w:p><w:r><w:t>港口扩建。</w:t></w:r></w:p></w:document>`
	for what, c := range map[string]struct{ name, data, want string }{
		"a web page":                   {"a.html", "<p>港口<script>x</script>扩建。", "港口扩建。\n"},
		"a docx":                       {"a.docx", string(docx(t, "word/document.xml", paragraph)), "港口扩建。\n"},
		"a zip of something else":      {"a.docx", string(docx(t, "x.txt", paragraph)), ""},
		"a damaged docx":               {"a.docx", "PK\x03\x04 and so on", ""},
		"a docx that unpacks for ever": {"a.docx", string(docx(t, "word/document.xml", strings.Repeat(" ", 9<<20))), ""},
		"a docx without a word in it":  {"a.docx", string(docx(t, "word/document.xml", "<w:document/>")), ""},
	} {
		t.Run(what, func(t *testing.T) {
			got, err := Decode(c.name, []byte(c.data))
			if got != c.want || (err == nil) != (c.want != "") {
				t.Errorf("%q, %v; want %q", got, err, c.want)
			}
		})
	}
}
