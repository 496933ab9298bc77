//go:build unix

package store

import (
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"testing"
)

// withoutPrivileges runs cmd as a user whom file modes stop. They do not stop
// root, who is who tests run as in a container.
func withoutPrivileges(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	if runtime.GOOS != "linux" {
		t.Skip("root cannot hand the test binary to another user here")
	}
	const nobody = 65534
	cmd.Path = "/proc/self/exe" // its own path leads through directories of root's
	cmd.Dir = "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
}
