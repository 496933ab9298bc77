package manual

// sections are the sections of the manual that nothing else says.
var sections = []struct {
	name    string
	entries [][2]string
}{
	{"ENVIRONMENT", [][2]string{
		{"LEDE_CONFIG", "the file of settings, where --config does not say it."},
		{"LEDE_LIBRARY", "the file of the library, where --library does not say it. Every setting has such a variable."},
		{"PAGER", "the pager of show --pager and of the pager in an article, where the setting pager is not set. It is read as a shell reads it, as that is. Without one it is less, or else more. Set to nothing, or to cat, it means no pager: show --pager prints straight out. One that is not known to show colours gets none."},
		{"LESS", "the options of less. Where it is not set, it is set for the pager: to FRX by show --pager, and to R where an article is open."},
		{"BROWSER", "what opens a page in the browser, where the setting browser is not set: a command, or several with colons between them (semicolons on Windows), of which the first that starts is taken. %s in it stands for the address, which else comes last. Without it, it is what the system opens pages with."},
		{"NO_COLOR", "set to anything: no colours."},
		{"CLICOLOR, CLICOLOR_FORCE", "CLICOLOR=0: no colours in what is printed. CLICOLOR_FORCE=1: colours in a pipe too."},
		{"VISUAL, EDITOR", "the editor that opens an article's file where the setting editor is not set, read as a shell reads it. Without one it is vi, or else nano."},
		{"COLORFGBG", "whether the terminal's background is dark, where the terminal does not say it. Where nothing does, the colours read on both."},
	}},
	{"FILES", [][2]string{
		{"$XDG_DATA_HOME/lede/library.db", `the library, with your place, your views and your stars. XDG_DATA_HOME is ~/.local/share unless it is set. On macOS the library is in ~/Library/Application Support/lede, and on Windows in %LOCALAPPDATA%\lede.`},
		{"$XDG_CONFIG_HOME/lede/config.toml", `the settings, if there is such a file: see lede config. XDG_CONFIG_HOME is ~/.config unless it is set; without it, the file is in ~/Library/Application Support/lede on macOS, and in %APPDATA%\lede on Windows.`},
		{"$XDG_CONFIG_HOME/lede/themes/NAME.toml", `a theme of your own: lines such as accent = "#e5a657", for text, strong, muted, faint, accent, link, code, number, good, bad, match and match-text. A colour may also be the number of one of 256, a name from "black" to "bright-white", or "default". base = "dark" names the theme that has what is left out, and ground = "#1d2021" the background that it is made for. XDG_CONFIG_HOME is ~/.config unless it is set. On macOS themes are in ~/Library/Application Support/lede, and on Windows in %APPDATA%\lede.`},
	}},
	{"EXIT STATUS", [][2]string{
		{"0", "done."},
		{"1", "something failed, and a line on the standard error says what. Of several things to read, add, extract or refresh, the others are done; of those to remove, set or forget, none is."},
		{"2", "wrong usage: nothing is read, fetched or written."},
		{"128+N", "ended by signal N."},
	}},
}
