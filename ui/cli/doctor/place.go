package doctor

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// settings tells the faults of the settings.
func (p *program) settings(context.Context) []finding {
	found, faults := p.Settings.Check()
	var all []finding
	for _, fault := range faults {
		all = append(all, ill("settings", "fault", fault.Error(), "lede config edit changes the file; lede config check looks again"))
	}
	switch {
	case len(all) > 0:
		return all
	case !found.There:
		return []finding{well("settings", "file", "none, and none is needed")}
	}
	return []finding{well("settings", "file", found.Path+", without faults")}
}

// place tells of the disk that the library stands on, or would.
func (p *program) place(context.Context) []finding {
	const about = "disk"
	path, err := p.Settings.Library()
	if err == nil {
		path, err = filepath.Abs(path)
	}
	if err != nil {
		return []finding{ill(about, "place", err.Error(), "set $LEDE_LIBRARY")}
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	dir, made := filepath.Dir(path), true
	for !isFolder(dir) && filepath.Dir(dir) != dir {
		dir, made = filepath.Dir(dir), false
	}
	var all []finding
	if kind := fileSystem(dir); remote(kind) {
		all = append(all, ill(about, "system", dir+" is on a network ("+kind+")",
			"move the library to a disk of this machine while no lede runs, and set library to it: over a network two programs can damage it"))
	} else if kind != "" {
		all = append(all, well(about, "system", kind))
	}
	all = append(all, rights(path, dir)...)
	var takes int64 = 100 << 20
	if info, err := os.Stat(path); err == nil && made {
		takes = max(takes, info.Size())
	}
	switch free, ok := room(dir); {
	case !ok:
	case free < takes:
		all = append(all, ill(about, "room", size(free)+" free", fmt.Sprintf("make room: a copy of the library, as a new lede makes one, takes %s", size(takes))))
	default:
		all = append(all, well(about, "room", size(free)+" free"))
	}
	return all
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// rights tells whether the library and its folder can be written.
func rights(path, dir string) []finding {
	for _, name := range []string{path, dir} {
		if _, err := os.Stat(name); err == nil && !writable(name) {
			return []finding{ill("disk", "rights", name+" is not writable for you", "chmod u+w, or chown, the file and its folder: until then nothing is kept")}
		}
	}
	return []finding{well("disk", "rights", dir+" is writable")}
}

// remote reports whether a file system is one of a network, where locks of files cannot
// be trusted.
func remote(kind string) bool {
	for _, name := range []string{"nfs", "cifs", "smb", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd", "9p", "afs", "ceph", "davfs", "fuse.davfs", "glusterfs", "fuse.glusterfs"} {
		if strings.HasPrefix(kind, name) {
			return true
		}
	}
	return false
}

// fileSystem is the kind of the one that a folder is on; empty where it is not told.
func fileSystem(dir string) string {
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return ""
	}
	return kindIn(string(mounts), dir)
}

// kindIn is the kind of file system at a folder by a list of mounts (proc(5)): the
// longest that the folder is in, and of several at one place the last.
func kindIn(mounts, dir string) (kind string) {
	unescape := strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)
	longest := -1
	for line := range strings.Lines(mounts) {
		before, after, ok := strings.Cut(line, " - ")
		at, of := strings.Fields(before), strings.Fields(after)
		if !ok || len(at) < 5 || len(of) == 0 {
			continue
		}
		point := unescape.Replace(at[4])
		if in := strings.TrimSuffix(point, "/") + "/"; len(point) >= longest && strings.HasPrefix(dir+"/", in) {
			longest, kind = len(point), of[0]
		}
	}
	return kind
}
