//! An office suite, for what is read from it and given to it. It is no part of `test`: it is not to be asked
//! of everybody who changes the program.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::browser::on_path;
use crate::run::{Failure, run};

/// The option that has a text read. Its encoding is said, since otherwise it is that of the system and may
/// have no Japanese.
pub const TEXT: &str = "--infilter=Text (encoded):UTF8";

/// The option that has a page read as a document of Writer.
pub const PAGE: &str = "--infilter=HTML (StarWriter)";

/// LibreOffice.
pub struct Office(PathBuf);

impl Office {
    pub fn find() -> Result<Office, Failure> {
        on_path("soffice").or_else(|| on_path("libreoffice")).map(Office).ok_or_else(|| {
            Failure::new(
                "LibreOffice（soffice）がないため、検査できません",
                "LibreOffice (soffice) is not installed: this cannot be checked",
            )
        })
    }

    /// Makes a file of another form of a document, in a folder. Tells where it is.
    pub fn convert(
        &self,
        document: &Path,
        form: &str,
        options: &[&str],
        folder: &Path,
    ) -> Result<PathBuf, Failure> {
        // A profile of its own: with that of a person LibreOffice would hand the work to a window that is open.
        let profile = folder.join("profile").display().to_string().replace('\\', "/");
        let profile = format!("-env:UserInstallation=file:///{}", profile.trim_start_matches('/'));
        let mut convert = Command::new(&self.0);
        convert.arg(profile).args(["--headless", "--convert-to", form]).args(options);
        run(convert.arg("--outdir").arg(folder).arg(document).stdout(Stdio::null()))?;
        let extension = form.split(':').next().unwrap_or(form);
        Ok(folder.join(document.with_extension(extension).file_name().unwrap_or_default()))
    }
}
