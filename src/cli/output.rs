//! Writes whole files or none.
//!
//! May live here: names of files to write, and writing them. May not: what is written.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Error;
use super::input::Text;

/// The file to write for each text.
///
/// # Errors
///
/// Where two texts, or a text and its own file, would be one, and where something stands that is
/// neither a file nor a folder.
///
/// `from_folder` says whether a folder was asked for: then `output` is one, too, unless it is named
/// like a file of its kind (`extensions`, the first of which is given to names) and there is one text.
pub(super) fn targets(
    texts: &[&Text],
    from_folder: bool,
    output: Option<&Path>,
    extensions: &[&str],
) -> Result<Vec<PathBuf>, Vec<Error>> {
    let named = |folder: &Path, text: &Text| {
        let mut name = text.path.file_stem().unwrap_or_default().to_owned();
        if let Some(extension) = extensions.first() {
            name.push(".");
            name.push(extension);
        }
        folder.join(name)
    };
    let is_file = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        extensions.iter().any(|extension| {
            name.strip_suffix(extension).is_some_and(|before| before.len() > 1 && before.ends_with('.'))
        })
    };
    // A name that ends like a folder's means one, whether it is there yet or not.
    let is_folder = |path: &Path| {
        let ends_so = path.as_os_str().to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]);
        path.is_dir() || ends_so || (from_folder && !is_file(path))
    };
    let targets: Vec<PathBuf> = match (output, texts) {
        (Some(file), [_]) if !is_folder(file) => vec![file.to_owned()],
        (Some(file), _) if !file.is_dir() && (file.exists() || is_file(file)) => {
            return Err(vec![Error::NotAFolder { path: file.to_owned() }]);
        }
        (folder, texts) => texts.iter().map(|text| named(folder.unwrap_or(Path::new("")), text)).collect(),
    };
    let inputs: BTreeSet<PathBuf> = texts.iter().filter_map(|text| text.path.canonicalize().ok()).collect();
    let mut seen = BTreeSet::new();
    let mut errors = Vec::new();
    for target in &targets {
        let is_special = std::fs::metadata(target).is_ok_and(|about| !about.is_file());
        if is_special {
            errors.push(Error::NotAFile { path: target.clone() });
        } else if target.canonicalize().is_ok_and(|target| inputs.contains(&target)) {
            errors.push(Error::OverInput { path: target.clone() });
        } else if !seen.insert(target) {
            errors.push(Error::SameOutput { path: target.clone() });
        }
    }
    if errors.is_empty() { Ok(targets) } else { Err(errors) }
}

/// Writes `content` to `path`: into a file beside it, which then takes its name.
///
/// # Errors
///
/// When the system refuses. What stood at `path` before then still stands there.
pub(super) fn write_whole(path: &Path, content: &[u8]) -> Result<(), Error> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let write = || -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        // A temporary file is private by default; the page is for everybody the system allows.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(content)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(|error| Error::Unwritable { path: path.to_owned(), error })
}
