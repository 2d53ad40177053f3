import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Prints what veraPDF finds wrong with each PDF under PDF/A-3a and PDF/UA-1: one line a rule, and one to end a file. */
public class Validate {
    private static final String[] PROFILES = {"PDFA-3A", "PDFUA-1"};

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (String name : PROFILES) {
                validate(file, name);
            }
        }
    }

    private static void validate(String file, String name) throws Exception {
        ValidationProfile profile;
        try (InputStream xml = Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            profile = Profiles.profileFromXml(xml);
        }
        try (InputStream pdf = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(pdf, profile.getPDFAFlavour());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            TreeSet<String> wrong = new TreeSet<>();
            for (TestAssertion one : result.getTestAssertions()) {
                wrong.add(one.getRuleId().getClause() + " " + one.getMessage());
            }
            wrong.forEach(one -> System.out.println(file + "\t" + name + "\t" + one));
            System.out.println(file + "\t" + name + "\t" + (result.isCompliant() ? "compliant" : "not compliant"));
        }
    }
}
