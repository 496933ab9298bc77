package doctor

import (
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func TestFileSystemOfAFolder(t *testing.T) {
	t.Parallel()
	const mounts = `22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:5 / /home rw - btrfs /dev/vdb rw
31 30 0:6 / /home/me/far\040away rw shared:2 master:3 - fuse.sshfs me@host:/ rw
32 30 0:7 / /home/me/nas rw - nfs4 host:/x rw
33 32 0:8 / /home/me/nas rw - cifs //host/y rw
broken
`
	for dir, want := range map[string]struct {
		kind   string
		remote bool
	}{
		"/var/lib":              {"ext4", false},
		"/home":                 {"btrfs", false},
		"/home/me":              {"btrfs", false},
		"/home/me/far away/a":   {"fuse.sshfs", true},
		"/home/me/far awayness": {"btrfs", false},
		"/home/me/nas":          {"cifs", true}, // the one mounted last
	} {
		if kind := kindIn(mounts, dir); kind != want.kind || remote(kind) != want.remote {
			t.Errorf("%s is on %s, of a network: %v", dir, kind, remote(kind))
		}
	}
}

func TestAbilities(t *testing.T) {
	t.Parallel()
	const ok = "\x1b_Gi=31;OK\x1b\\"
	for name, test := range map[string]struct {
		answer           string
		may              bool
		profile          colorprofile.Profile
		images, keyboard string
	}{
		"kitty": {
			"\x1b[?0u\x1bP>|kitty(0.42.1)\x1b\\" + ok + "\x1b[6;20;10t\x1b[?62;52;c", true, colorprofile.TrueColor,
			"in full (kitty's)", "all keys are told apart",
		},
		"sixels": {
			"\x1bP>|XTerm(390)\x1b\\\x1b[6;20;10t\x1b[?64;1;4;22c", true, colorprofile.ANSI256,
			"in full (sixels)", "as of old: ctrl with some keys is not told from other keys",
		},
		"cells of no size": {"\x1b[6;0;0t\x1b[?64;4c", true, colorprofile.ANSI256, "as coloured blocks", "as of old: ctrl with some keys is not told from other keys"},
		"multiplexer":      {"\x1b[?1;2c", false, colorprofile.TrueColor, "as coloured blocks: a terminal in this one, or a multiplexer, passes on no more", "as of old: ctrl with some keys is not told from other keys"},
		"silent":           {"", true, colorprofile.ANSI, "as captions", "the terminal does not say"},
	} {
		a := abilitiesIn([]byte(test.answer))
		if got := a.images(test.may, test.profile); got != test.images {
			t.Errorf("%s: images %q, want %q", name, got, test.images)
		}
		if got := a.keyboard(); got != test.keyboard {
			t.Errorf("%s: keyboard %q, want %q", name, got, test.keyboard)
		}
	}
}
