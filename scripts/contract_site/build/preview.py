"""The site while it is written: of all that a build makes only what changed since the last one."""

from __future__ import annotations

from contract_site.build import pipeline
from contract_site.build.finishing import Report, write_lists, write_shared
from contract_site.build.kept_editions import KeptEditions
from contract_site.build.project import Project
from contract_site.site import folder, generator


def build_preview(project: Project, report: Report) -> pipeline.Built:
    """Build the site without its bundles, and of it only what changed since the last preview.

    Agreements whose files did not change are not parsed again, pages whose Markdown did not change are not made again; where
    pages came or went, or the look changed, all are. Raises ContractSiteError, leaving the last preview as it was.
    """
    folder.restore(project.site, project.build)
    folder.check_target(project.site)
    kept = project.build / "kept"
    editions = pipeline.load_editions(project, report, KeptEditions(kept / "editions").load)
    made = pipeline.make_pages(project, editions, report)
    with folder.workshop(project.build) as work:
        pipeline.write_documents(made, project, work / "docs", report)
        configuration = work / "mkdocs.yml"
        generator.write_configuration(project.root, kept / "docs", kept / "html", made.contents, configuration, made.words.said)
        report("Building the site", 0, 1)
        generator.build_changed(project.root, work / "docs", configuration, kept)
        report("Building the site", 1, 1)
        folder.copy_folder(kept / "html", work / "site")
        pipeline.finish(made, project, work, report)
        write_lists(made.editions, made.words.settings, work / "site")
        write_shared(made.crossings, made.words.settings, project.root, work / "site", report)
        folder.swap_in(work / "site", project.site, project.build)
    return pipeline.Built(made.editions, len(made.pages))
