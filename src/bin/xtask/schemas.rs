//! The programs that validate exported XML, brought where the schemas are there to be read.

use crate::browser::{can_install, install, on_path};
use crate::run::{Failure, Project, Steps};

/// What validates, and the package of Debian that brings it. The schema of TEI needs jing, since xmllint
/// does not come to an end with it.
const VALIDATORS: [(&str, &str); 2] = [("xmllint", "libxml2-utils"), ("jing", "jing")];

/// Installs the validators that are missing, where nobody has to be asked. The schemas lie beside the
/// project; without them the tests that need them leave themselves out.
pub fn ready(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    let is_missing = |(program, _): &&(&str, &str)| on_path(program).is_none();
    let missing: Vec<&str> = VALIDATORS.iter().filter(is_missing).map(|(_, package)| *package).collect();
    if missing.is_empty() || !project.root.join("../shared/standards").is_dir() || !can_install() {
        return Ok(());
    }
    let what = format!("検証の道具を入れる / installing {}", missing.join(" "));
    steps.take(&what, || install(&missing))
}
