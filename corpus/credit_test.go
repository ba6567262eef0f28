package corpus

import "testing"

func TestIsCredit(t *testing.T) {
	for _, credit := range []string{
		"Фото: Ақорда", "Сурет: Ақорда", "Photo credits: Akorda", "Photo by Anna Lee", "图片：总统府", "摄影：阿丽娅", "图/新华社",
		"总统府供图", "（总统府供图）", "图源：峰会秘书处", "会场全景。本报记者 何沛 摄", "【编译：小穆】", "（编辑：阿遥）", "(责任编辑 王五)",
		"责任编辑：王五", "[编辑：阿遥]", "编译：木拉提", "来源：草原通讯社", "作者： 林一舟", "Перевод: А. Иванов", "Редактор: Б. Петров",
		"Edited by Rosa Kim", "Translated by Rosa Kim", "（完）", "-完-", "© 草原通讯社", "**摄影：** 阿丽娅", "Видео: телеканал", "Аударған: Әлия",
	} {
		t.Run(credit, func(t *testing.T) {
			if !isCredit(credit) {
				t.Error("not taken for a credit")
			}
		})
	}
	for _, text := range []string{
		"他说。", "图书馆的建设", "记者问：您怎么看明年的水价？", "编译工作已经完成。", "摄影展在会场开幕", "译成六种文字", "来源多样", "照片里的人是谁？",
		"Photosynthesis matters.", "Фотография стала искусством.", "（会议厅里一片安静）", "完", "视频会议取得成功", "文化交流", "- 他说。-",
		"作者认为，贸易会增长。", "图片展览吸引了五万人，代表团：六个。",
	} {
		t.Run(text, func(t *testing.T) {
			if isCredit(text) {
				t.Error("taken for a credit")
			}
		})
	}
}

func TestTrailingCredit(t *testing.T) {
	for text, want := range map[string]string{
		"会议结束。【编译：小穆】":       "【编译：小穆】",
		"会议结束。（总统府供图）":       "（总统府供图）",
		"会议结束。 Фото: Ақорда": " Фото: Ақорда",
		"他说：“好。”（编辑：阿遥）":     "（编辑：阿遥）",
		"会议结束（比预定早）。":        "",
		"会议结束。":              "",
		"他说，“来源：不明。”":        "",
	} {
		t.Run(text, func(t *testing.T) {
			if got := text[trailingCredit(text):]; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
