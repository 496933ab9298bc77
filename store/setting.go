package store

import (
	"context"
	"database/sql"
	"errors"
)

// Setting returns what was remembered under a name, or "" when nothing was.
func (s *Store) Setting(ctx context.Context, name string) (string, error) {
	if err := s.present(); err != nil {
		return "", err
	}
	var value string
	err := s.read.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = ?`, name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, s.wrap("read setting "+name, err)
}

// SetSetting remembers a value under a name.
func (s *Store) SetSetting(ctx context.Context, name, value string) error {
	if err := s.present(); err != nil {
		return err
	}
	_, err := s.write.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES (?, ?)
		ON CONFLICT DO UPDATE SET value = excluded.value`, name, value)
	return s.wrap("keep setting "+name, err)
}
