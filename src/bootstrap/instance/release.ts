/** Release from S3 to local disk; a bad one never replaces a good one. */
export const RELEASE_FUNCTIONS = String.raw`
# Sets RELEASE and leaves it complete below $RELEASES without switching to it.
fetch_release() {
  local base="$APP/$ENVIRONMENT" archive="$RELEASES/.download" unpacked target expected actual
  mkdir -p "$RELEASES"
  fetch "$base/current" "$RUN/current"
  RELEASE=$(tr -d '[:space:]' <"$RUN/current")
  [[ $RELEASE =~ $RELEASE_NAME ]] || fail "s3://$BUCKET/$base/current does not name a release: $RELEASE"
  fetch "$base/$RELEASE/env" "$RUN/release.env"
  if [ -e "$RELEASES/$RELEASE/.complete" ]; then
    say "release $RELEASE is on disk"
    return 0
  fi
  unpacked="$RELEASES/.unpacked"
  rm -rf "$unpacked" "$archive"
  mkdir "$unpacked" || fail "cannot write to $RELEASES: $(free_space)"
  fetch "$base/$RELEASE/code.tar.gz.sha256" "$RUN/sha256"
  fetch "$base/$RELEASE/code.tar.gz" "$archive"
  read -r expected _ <"$RUN/sha256" || true
  actual=$(sha256sum "$archive" | cut -d' ' -f1)
  [ "$expected" = "$actual" ] || fail "code.tar.gz of $RELEASE has SHA-256 $actual, expected $expected"
  tar -xzf "$archive" -C "$unpacked" --no-same-owner 2>"$RUN/tar" || {
    actual=$(free_space)
    # the log needs room as well
    rm -rf "$unpacked" "$archive"
    fail "cannot unpack $RELEASE with $actual: $(head -n 1 "$RUN/tar")"
  }
  rm "$archive"
  [ -e "$unpacked/index.php" ] || fail "code.tar.gz of $RELEASE has no index.php at its top"
  chown -R root:root "$unpacked"
  chmod -R u=rwX,go=rX "$unpacked"
  link_shared_folders "$unpacked"
  : >"$unpacked/.complete"
  target="$RELEASES/$RELEASE"
  rm -rf "$target"
  mv -T "$unpacked" "$target"
}

free_space() { echo "$(df -m --output=avail "$RELEASES" | tail -n 1 | tr -d ' ') MB free"; }

# SHARED_FOLDERS holds path=folder pairs; what a release brings along in such a path stays out of the way
link_shared_folders() {
  local pair path
  for pair in $SHARED_FOLDERS; do
    path="$1/$(cut -d= -f1 <<<"$pair")"
    rm -rf "$path"
    mkdir -p "$(dirname "$path")"
    ln -s "$SHARED/$(cut -d= -f2 <<<"$pair")" "$path"
  done
}

# The path of the release being served, or nothing.
served_release() { readlink "$CURRENT" || true; }

# switch_release PATH: one rename, so that no request sees half of it
switch_release() {
  ln -sfn "$1" "$CURRENT.new"
  mv -T "$CURRENT.new" "$CURRENT"
}

# The served release and the one before it stay; older ones go.
remove_old_releases() {
  local path
  find "$RELEASES" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' | sort -rn | tail -n +4 | cut -d' ' -f2- |
    while read -r path; do
      [ "$path" = "$(served_release)" ] || rm -rf "$path"
    done
}

# run_overlays: base first, then what the bucket holds for this role and this environment
run_overlays() {
  local kind name
  for kind in role environment; do
    if [ "$kind" = role ]; then name=$ROLE; else name=$ENVIRONMENT; fi
    if fetch_optional "$APP/$ENVIRONMENT/overlays/$kind/$name.sh" "$RUN/overlay"; then
      say "running the overlay of $kind $name"
      SITE_ROLE=$ROLE SITE_ENVIRONMENT=$ENVIRONMENT SITE_REGION=$REGION bash -euo pipefail "$RUN/overlay" ||
        fail "the overlay of $kind $name failed"
    fi
  done
}
`;
