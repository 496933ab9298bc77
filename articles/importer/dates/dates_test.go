package dates

import (
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in    string
		order Order
		want  string // RFC 3339; empty for none
	}{
		{"Feb 8, 2026", Unsure, "2026-02-08T00:00:00Z"},
		{"Published September 14th, 2025", Unsure, "2025-09-14T00:00:00Z"},
		{"Thu, 23 Oct 2025 07:00:00 +0000", Unsure, "2025-10-23T07:00:00Z"},
		{"19 November 2025 06.30 GMT", Unsure, "2025-11-19T06:30:00Z"},
		{"September 15, 2025 at 7:12 pm", Unsure, "2025-09-15T19:12:00Z"},
		{"2026-02-08T23:05:09.123-05:00", Unsure, "2026-02-08T23:05:09-05:00"},
		{"2026-02-08", Unsure, "2026-02-08T00:00:00Z"},
		{"20260208", Unsure, "2026-02-08T00:00:00Z"},
		{"12. März 2025 um 08:41", Unsure, "2025-03-12T08:41:00Z"},
		{"le 1er août 2024 à 18h05", Unsure, "2024-08-01T18:05:00Z"},
		{"3 de diciembre de 2025", Unsure, "2025-12-03T00:00:00Z"},
		{"14 de março de 2025", Unsure, "2025-03-14T00:00:00Z"},
		{"21 settembre 2025", Unsure, "2025-09-21T00:00:00Z"},
		{"7 mei 2025", Unsure, "2025-05-07T00:00:00Z"},
		{"5 października 2024", Unsure, "2024-10-05T00:00:00Z"},
		{"9 сентября 2025 г.", Unsure, "2025-09-09T00:00:00Z"},
		{"2026年2月8日", Unsure, "2026-02-08T00:00:00Z"},
		{"2026년 2월 8일", Unsure, "2026-02-08T00:00:00Z"},
		{"2026. 2. 8.", Unsure, "2026-02-08T00:00:00Z"},
		{"٨ فبراير ٢٠٢٦", Unsure, "2026-02-08T00:00:00Z"},
		{"08/02/2026", DayFirst, "2026-02-08T00:00:00Z"},
		{"08/02/2026", MonthFirst, "2026-08-02T00:00:00Z"},
		{"08.02.2026", Unsure, "2026-02-08T00:00:00Z"},
		{"30/12/2026", MonthFirst, "2026-12-30T00:00:00Z"},
		{"02/30/2026", Unsure, ""},
		{"may be 12 of 2000 people", Unsure, ""},
		{"version 1.2.3", Unsure, ""},
		{"in March 2025", Unsure, ""},
		{"Tue Mar 10 2020 14:30:00 GMT+0200 (CEST)", Unsure, "2020-03-10T14:30:00+02:00"},
		{"10 Mar 2020 14:30:00 GMT+0200 (CEST)", Unsure, "2020-03-10T14:30:00+02:00"},
		{"2020-03-10 14:30 UTC+2", Unsure, "2020-03-10T14:30:00+02:00"},
		{"2020-03-10 14:30 UTC-03:30", Unsure, "2020-03-10T14:30:00-03:30"},
		{"2020-03-10 14:30 (UTC)", Unsure, "2020-03-10T14:30:00Z"},
		{"2020-03-10 14:30:00 America/New_York", Unsure, "2020-03-10T14:30:00-04:00"},
		{"2020-01-10 14:30:00 (Europe/Berlin)", Unsure, "2020-01-10T14:30:00+01:00"},
		{"2020-01-10 14:30:00 Nowhere/At_all", Unsure, "2020-01-10T14:30:00Z"},
		{"mar., 10 mars 2020 14:30:00 +0100", Unsure, "2020-03-10T14:30:00+01:00"},
		{"2020-03-10T24:00:00Z", Unsure, "2020-03-11T00:00:00Z"},
		{"2020-03-10 24:30", Unsure, "2020-03-10T00:00:00Z"},
		{"周二, 10 3月 2020 14:30:00 +0800", Unsure, "2020-03-10T14:30:00+08:00"},
		{"令和5年4月18日", Unsure, "2023-04-18T00:00:00Z"},
		{"平成 31年4月30日", Unsure, "2019-04-30T00:00:00Z"},
		{"民國112年5月20日", Unsure, "2023-05-20T00:00:00Z"},
		{"14 กุมภาพันธ์ 2564", Unsure, "2021-02-14T00:00:00Z"},
		{"14/02/2564", DayFirst, "2021-02-14T00:00:00Z"},
		{"۳۱ اردیبهشت ۱۴۰۲", Unsure, "2023-05-21T00:00:00Z"},
		{"30 اسفند 1399", Unsure, "2021-03-20T00:00:00Z"},
		{"1 فروردین 1404", Unsure, "2025-03-21T00:00:00Z"},
		{"22 بهمن 1357", Unsure, "1979-02-11T00:00:00Z"},
		{"5年4月18日", Unsure, ""},
		{"", Unsure, ""},
	} {
		got, ok := Parse(c.in, c.order)
		if s := got.Format(time.RFC3339); ok != (c.want != "") || ok && s != c.want {
			t.Errorf("Parse(%q, %d) = %s, %t; want %q", c.in, c.order, s, ok, c.want)
		}
	}
}

func TestFindSaysWhatItGuessed(t *testing.T) {
	t.Parallel()
	d, ok := Find("analysis from 08/02/2026.", Unsure)
	if !ok || !d.Either || d.Swapped().Format(time.DateOnly) != "2026-02-08" {
		t.Errorf("Find = %+v, %t; want a guess that can be swapped", d, ok)
	}
	if d, _ := Find("25/02/2026", Unsure); d.Numbers != DayFirst || d.Either {
		t.Errorf("25/02/2026 proves the order: %+v", d)
	}
	if all := FindAll("Published 3 May 2025 10:00, updated 5 May 2025", Unsure); len(all) != 2 || all[1].Time.Day() != 5 {
		t.Errorf("FindAll = %+v", all)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("8 February 2026 at 10:00 pm +01:00")
	f.Add("2026年2月8日 08/02/26")
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range FindAll(s, Unsure) {
			if y := d.Time.Year(); y < 999 || y > 3000 || d.Start >= d.End || d.End > len(s) {
				t.Errorf("FindAll(%q) has %+v", s, d)
			}
		}
	})
}

func TestIsLine(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"3 May 2024": true, "3 May 2024, in Clay": true, "Updated: May 9, 2024": true,
		"On 3 May 2024 the town lit its kiln again.": false, "The kiln": false,
	} {
		if IsLine(line) != want {
			t.Errorf("%q holds a date and little else: %v", line, !want)
		}
	}
}
